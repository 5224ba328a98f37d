type Moment = 'before-applying' | 'after-applying';

/** What can be wrong with a server; a test says when. */
export class Faults {
  readonly #die: () => void;
  #death: Moment | undefined;
  #exhaustion: Moment | undefined;
  #notReady = 0;
  #thaw: (() => void) | undefined;
  #frozen: Promise<void> | undefined;

  constructor(die: () => void) {
    this.#die = die;
  }

  dieDuringNextAppend(moment: Moment): void {
    this.#death = moment;
  }

  /** Ends the call over which all appends go with code 8, as somebody else's too large message does. */
  exhaustDuringNextAppend(moment: Moment): void {
    this.#exhaustion = moment;
  }

  refuseAsNotReady(appends: number): void {
    this.#notReady = appends;
  }

  /** Connections stay, nothing is answered. */
  freeze(): void {
    this.#frozen ??= new Promise((resolve) => { this.#thaw = resolve; });
  }

  thaw(): void {
    this.#thaw?.();
    this.#frozen = undefined;
  }

  async thawed(): Promise<void> {
    await this.#frozen;
  }

  takeNotReady(): boolean {
    if (this.#notReady === 0) return false;
    this.#notReady -= 1;
    return true;
  }

  /** True when the server is no more; throws when only the call is. */
  strike(moment: Moment): boolean {
    if (this.#exhaustion === moment) {
      this.#exhaustion = undefined;
      throw new Exhausted('Received message exceeds the maximum configured message size.');
    }
    if (this.#death !== moment) return false;
    this.#death = undefined;
    this.#die();
    return true;
  }
}

export class Exhausted extends Error {
  override readonly name = 'Exhausted';
}
