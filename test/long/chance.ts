/** Chance that comes out the same for the same seed, so that a run that found something can be had again. */
export class Chance {
  readonly seed: number;
  #state: number;

  constructor(seed: number) {
    this.seed = seed;
    this.#state = seed;
  }

  /** Of the run: `SEED` when it is set, else a new one. It is printed, because without it a failure is only a story. */
  static ofThisRun(what: string): Chance {
    const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));
    process.stderr.write(`${what}: SEED=${seed}\n`);
    return new Chance(seed);
  }

  /** For somebody who draws at his own pace, and must not shift what others draw. */
  another(): Chance {
    return new Chance(this.below(2 ** 31));
  }

  /** From 0 to just below 1 (mulberry32). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  happens(share: number): boolean {
    return this.next() < share;
  }

  oneOf<Item>(items: readonly Item[]): Item {
    const item = items[this.below(items.length)];
    if (item === undefined && items.length === 0) throw new Error('there is nothing to choose from');
    return item as Item;
  }
}
