import type { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { StoreUnavailable } from '../event-store.ts';
import { isFinal } from './kurrent-errors.ts';
import type { RenewableClient } from './renewable-client.ts';
import { pause, within } from './waits.ts';
import type { Waits } from './waits.ts';

/**
 * Asks until there is an answer, with a new client each time, and gives up in bounded time. Only for what may be asked
 * twice: reads, and appends at an exact revision, of which the server applies one.
 */
export class Attempts {
  readonly #clients: RenewableClient;
  readonly #waits: Waits;
  readonly #closing: AbortSignal;
  readonly #slots: Slots;
  #closeBy = Number.POSITIVE_INFINITY;

  constructor(clients: RenewableClient, waits: Waits, closing: AbortSignal, atOnce: number) {
    this.#clients = clients;
    this.#waits = waits;
    this.#closing = closing;
    this.#slots = new Slots(atOnce);
    closing.addEventListener('abort', () => { this.#closeBy = performance.now() + waits.attempt; }, { once: true });
  }

  /** The clock runs from `since`, so that what waits in a queue of ours does not get all the time once more. */
  async answer<Answer>(ask: (client: KurrentDBClient) => Promise<Answer>, since = performance.now()): Promise<Answer> {
    let failure: unknown;
    for (let wait = this.#waits.firstPause; ; wait = Math.min(wait * 2, this.#waits.longestPause)) {
      await this.#slots.take();
      const left = this.#timeLeft(since);
      if (left <= 0) {
        this.#slots.giveBack();
        throw new StoreUnavailable('KurrentDB gave no answer in time', { cause: failure });
      }
      const client = this.#clients.current;
      try {
        return await within(Math.min(this.#waits.attempt, left), ask(client));
      } catch (error) {
        if (isFinal(error)) throw error;
        failure = error;
        this.#clients.renew(client);
      } finally {
        this.#slots.giveBack();
      }
      if (this.#closing.aborted || this.#timeLeft(since) <= wait) {
        throw new StoreUnavailable('KurrentDB cannot be reached', { cause: failure });
      }
      await pause(wait, this.#closing);
    }
  }

  /** Whoever closes waits for what is under way, not for a server that may never come back. */
  #timeLeft(since: number): number {
    return Math.min(since + this.#waits.patience, this.#closeBy) - performance.now();
  }
}

/** First come, first served. */
class Slots {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(free: number) {
    this.#free = free;
  }

  async take(): Promise<void> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  giveBack(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#free += 1;
  }
}
