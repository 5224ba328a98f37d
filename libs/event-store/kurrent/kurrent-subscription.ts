import { setImmediate } from 'node:timers/promises';
import { excludeSystemEvents, KurrentDBClient, START } from '@kurrent/kurrentdb-client';
import type { AllStreamResolvedEvent, AllStreamSubscription } from '@kurrent/kurrentdb-client';
import type { Deliver, Position, StoredEvent, Subscription } from '../event-store.ts';
import { isFinal } from './kurrent-errors.ts';
import { deliveredEvent, isOurs, logPosition, positionText } from './kurrent-events.ts';
import { pause } from './waits.ts';
import type { Waits } from './waits.ts';

/** As many as wait in memory for a slow subscriber, and as it is given at once; the rest stays at the server. */
const largestBatch = 256;

/**
 * The client's native part is never freed, so a server that is away for days must not cost a client each attempt. A kept
 * one mends its own connection; it is replaced now and then in case it is stuck in a way that only a new one is not.
 */
const callsPerClient = 64;

/**
 * Follows the log across lost connections: a new call goes on after the last event that was delivered, so whatever the
 * old one had still under way is dropped and comes again.
 */
export class KurrentSubscription implements Subscription {
  readonly ended: Promise<void>;
  readonly #connectionString: string;
  readonly #waits: Waits;
  readonly #deliver: Deliver;
  readonly #stopping = new AbortController();
  #after: Position | undefined;
  #wait: number;

  constructor(connectionString: string, waits: Waits, after: Position | undefined, deliver: Deliver) {
    this.#connectionString = connectionString;
    this.#waits = waits;
    this.#wait = waits.firstPause;
    this.#after = after;
    this.#deliver = deliver;
    this.ended = this.#run();
    // Whoever cares awaits `ended`; a subscription that nobody watches must not take the process down with it.
    this.ended.catch(() => undefined);
  }

  stop(): Promise<void> {
    this.#stopping.abort();
    return this.ended.catch(() => undefined);
  }

  async #run(): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      // A client of its own: when a client is disposed of, its subscriptions fall silent without an error.
      const client = KurrentDBClient.connectionString(this.#connectionString);
      try {
        await this.#followCalls(client);
      } finally {
        await client.dispose();
      }
    }
  }

  async #followCalls(client: KurrentDBClient): Promise<void> {
    for (let calls = 0; calls < callsPerClient && !this.#stopping.signal.aborted; calls += 1) {
      const before = this.#after;
      await this.#followOneCall(client);
      this.#wait = this.#after === before ? Math.min(this.#wait * 2, this.#waits.longestPause) : this.#waits.firstPause;
      await pause(this.#wait, this.#stopping.signal);
    }
  }

  async #followOneCall(client: KurrentDBClient): Promise<void> {
    const call = client.subscribeToAll(
      { fromPosition: this.#after === undefined ? START : logPosition(this.#after), filter: excludeSystemEvents() },
      { highWaterMark: largestBatch },
    );
    try {
      await this.#follow(call);
    } finally {
      // Not awaited: it waits for a connection, and a cluster that is away may never give one.
      call.unsubscribe().catch(() => undefined);
    }
  }

  /** Fulfilled when the call broke or we are stopped. */
  async #follow(call: AllStreamSubscription): Promise<void> {
    const arrivals = new Arrivals(call);
    const wake = () => arrivals.wake();
    const { signal } = this.#stopping;
    signal.addEventListener('abort', wake);
    try {
      await this.#take(arrivals);
    } finally {
      // The signal outlives the call, and would keep it.
      signal.removeEventListener('abort', wake);
    }
  }

  async #take(arrivals: Arrivals): Promise<void> {
    // The turn given to the connection is what lets events gather: without it every one of them would be its own batch.
    for (await setImmediate(); !this.#stopping.signal.aborted; await setImmediate()) {
      const { events, last } = arrivals.take();
      if (events.length > 0) await this.#deliver(events);
      if (last !== undefined) {
        this.#after = last;
      } else if (arrivals.broken) {
        if (isFinal(arrivals.failure)) throw arrivals.failure;
        return;
      } else {
        await arrivals.more();
      }
    }
  }
}

interface Batch {
  readonly events: readonly StoredEvent[];
  /** Of the events taken, the last one's; none were there when it is undefined. */
  readonly last: Position | undefined;
}

/** What one call has brought and nobody has taken yet. */
class Arrivals {
  broken = false;
  failure: unknown;
  readonly #call: AllStreamSubscription;
  #changed = false;
  #wakeUp: (() => void) | undefined;

  constructor(call: AllStreamSubscription) {
    this.#call = call;
    const wake = () => this.wake();
    const breakOff = (failure?: unknown) => {
      this.broken = true;
      this.failure ??= failure;
      wake();
    };
    call.on('readable', wake);
    // The last two are not what a dying server brings, but a call that is over without an error is over too.
    call.on('error', breakOff).on('end', breakOff).on('close', breakOff);
  }

  wake(): void {
    this.#changed = true;
    this.#wakeUp?.();
  }

  take(): Batch {
    this.#changed = false;
    const events: StoredEvent[] = [];
    let last: Position | undefined;
    while (events.length < largestBatch) {
      const arrived = this.#call.read() as AllStreamResolvedEvent | null;
      if (arrived === null) break;
      if (arrived.event === undefined) continue;
      last = positionText(arrived.event.position.commit);
      if (isOurs(arrived.event)) events.push(deliveredEvent(arrived.event));
    }
    return { events, last };
  }

  async more(): Promise<void> {
    if (this.#changed) return;
    await new Promise<void>((resolve) => { this.#wakeUp = resolve; });
    this.#wakeUp = undefined;
  }
}
