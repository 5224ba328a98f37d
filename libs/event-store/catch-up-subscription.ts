import { setImmediate } from 'node:timers/promises';
import type { Deliver, LogQuery, Position, StoredEvent, Subscription } from './event-store.ts';

/** Reads what follows a position; an empty page means that nothing does yet. */
export type ReadPage = (query: LogQuery) => Promise<readonly StoredEvent[]>;

const eventsPerDelivery = 256;

/** The subscriptions of one store in this process, woken together when it has committed. */
export class Subscriptions {
  readonly #read: ReadPage;
  readonly #running = new Set<CatchUpSubscription>();

  constructor(read: ReadPage) {
    this.#read = read;
  }

  open(after: Position | undefined, deliver: Deliver): Subscription {
    const subscription = new CatchUpSubscription(this.#read, after, deliver);
    const forget = () => this.#running.delete(subscription);
    this.#running.add(subscription);
    subscription.ended.then(forget, forget);
    return subscription;
  }

  wake(): void {
    for (const subscription of this.#running) subscription.wake();
  }

  async stopAll(): Promise<void> {
    await Promise.all([...this.#running].map((subscription) => subscription.stop()));
  }
}

/**
 * Catch-up and live are one loop: it always reads on from the last delivered position, and only sleeps when the log
 * had nothing more. So there is no moment of changing over at which an event could be lost or come twice.
 */
class CatchUpSubscription implements Subscription {
  readonly ended: Promise<void>;
  readonly #read: ReadPage;
  readonly #deliver: Deliver;
  #after: Position | undefined;
  #stopped = false;
  #woken = false;
  #wakeUp: (() => void) | undefined;

  constructor(read: ReadPage, after: Position | undefined, deliver: Deliver) {
    this.#read = read;
    this.#after = after;
    this.#deliver = deliver;
    this.ended = this.#run();
    // Whoever cares awaits `ended`; a subscription that nobody watches must not take the process down with it.
    this.ended.catch(() => undefined);
  }

  wake(): void {
    this.#woken = true;
    this.#wakeUp?.();
  }

  stop(): Promise<void> {
    this.#stopped = true;
    this.#wakeUp?.();
    return this.ended.catch(() => undefined);
  }

  async #run(): Promise<void> {
    // Between pages everybody else has a turn: reading is synchronous on some engines, and so may be delivering.
    for (await setImmediate(); !this.#stopped; await setImmediate()) {
      // Lowered before reading: a commit that comes while reading must not be slept through.
      this.#woken = false;
      const events = await this.#read({
        limit: eventsPerDelivery,
        ...(this.#after !== undefined && { after: this.#after }),
      });
      if (this.#stopped) return;
      const last = events.at(-1);
      if (last === undefined) {
        await this.#sleep();
      } else {
        await this.#deliver(events);
        this.#after = last.position;
      }
    }
  }

  async #sleep(): Promise<void> {
    if (this.#woken || this.#stopped) return;
    await new Promise<void>((resolve) => { this.#wakeUp = resolve; });
    this.#wakeUp = undefined;
  }
}
