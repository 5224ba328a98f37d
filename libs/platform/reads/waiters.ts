interface Waiter {
  readonly isOver: () => boolean;
  readonly resolve: (reached: boolean) => void;
}

/** Those who wait for a model to come to a position. */
export class Waiters {
  #waiting: Waiter[] = [];

  get isEmpty(): boolean {
    return this.#waiting.length === 0;
  }

  /** True once it is over; false when that takes too long. */
  wait(isOver: () => boolean, forMs: number): Promise<boolean> {
    return new Promise((resolve) => {
      const waiter: Waiter = { isOver, resolve: (reached) => { clearTimeout(timer); resolve(reached); } };
      const timer = setTimeout(() => {
        this.#waiting = this.#waiting.filter((other) => other !== waiter);
        resolve(false);
      }, forMs);
      this.#waiting.push(waiter);
    });
  }

  answer(): void {
    const reached = this.#waiting.filter(({ isOver }) => isOver());
    if (reached.length === 0) return;
    this.#waiting = this.#waiting.filter((waiter) => !reached.includes(waiter));
    for (const waiter of reached) waiter.resolve(true);
  }

  sendAway(): void {
    for (const waiter of this.#waiting.splice(0)) waiter.resolve(false);
  }
}
