import { NO_STREAM } from '@kurrent/kurrentdb-client';
import type { EventData } from '@kurrent/kurrentdb-client';
import { isStreamName, refusalOf } from '../append-limits.ts';
import { noStream, StoreUnavailable } from '../event-store.ts';
import type {
  AppendResult, Deliver, EventStore, EventText, LogQuery, Position, StoredEvent, StoredText, StreamQuery, Subscription,
} from '../event-store.ts';
import { Attempts } from './attempts.ts';
import { checkConnectionString, connectingSoon } from './connection-string.ts';
import { actualRevision, errorType } from './kurrent-errors.ts';
import { eventData, positionText, storedEvent, storedText } from './kurrent-events.ts';
import type { NativeEvent } from './kurrent-events.ts';
import { KurrentSubscription } from './kurrent-subscription.ts';
import { readLogEvents, readStreamEvents } from './pages.ts';
import type { Ask } from './pages.ts';
import { RenewableClient } from './renewable-client.ts';
import { usualWaits } from './waits.ts';
import type { Waits } from './waits.ts';

/**
 * The time of an attempt runs from its being sent, so no more are sent than the server answers in a moment; a burst that
 * waited inside the client would all at once look like a frozen server.
 */
const appendsAtOnce = 64;
const readsAtOnce = 32;

/** The log on a KurrentDB server or cluster. */
export class KurrentEventStore implements EventStore {
  /** Another node may have appended the same events first, at another moment. */
  readonly isExclusive = false;
  readonly #connectionString: string;
  readonly #waits: Waits;
  readonly #closing = new AbortController();
  /** Apart, so that a renewed reader does not cancel appends that are under way. */
  readonly #writer: RenewableClient;
  readonly #reader: RenewableClient;
  readonly #appends: Attempts;
  readonly #reads: Attempts;
  readonly #lastOn = new Map<string, Promise<unknown>>();
  readonly #underWay = new Set<Promise<unknown>>();
  readonly #subscriptions = new Set<Subscription>();
  #readsClosed = false;
  #closed: Promise<void> | undefined;

  readonly #ask: Ask = (question) => this.#reads.answer(question);

  /** Connects when first asked; only a `WrongConnectionString` is thrown here. */
  constructor(connectionString: string, waits: Partial<Waits> = {}) {
    checkConnectionString(connectionString);
    this.#connectionString = connectingSoon(connectionString);
    this.#waits = { ...usualWaits, ...waits };
    this.#writer = new RenewableClient(this.#connectionString);
    this.#reader = new RenewableClient(this.#connectionString);
    this.#appends = new Attempts(this.#writer, this.#waits, this.#closing.signal, appendsAtOnce);
    this.#reads = new Attempts(this.#reader, this.#waits, this.#closing.signal, readsAtOnce);
  }

  async append(stream: string, expectedRevision: number, events: readonly EventText[]): Promise<AppendResult> {
    const reason = refusalOf(stream, events);
    if (reason !== undefined) return { outcome: 'refused', reason };
    const messages = events.map(eventData);
    const since = performance.now();
    return this.#accept(this.#closing.signal.aborted, () => this.#inTurn(
      stream, () => this.#appendAt(stream, expectedRevision, messages, since),
    ));
  }

  /**
   * One after the other on one stream. A client that has just connected lets the later overtake the first, and so do
   * appends that are tried again; then the later would conflict with a stream that is not there yet.
   */
  async #inTurn<Answer>(stream: string, work: () => Promise<Answer>): Promise<Answer> {
    const before = this.#lastOn.get(stream);
    const running = before === undefined ? work() : before.then(work, work);
    this.#lastOn.set(stream, running);
    try {
      return await running;
    } finally {
      if (this.#lastOn.get(stream) === running) this.#lastOn.delete(stream);
    }
  }

  async #appendAt(
    stream: string, expectedRevision: number, messages: EventData[], since: number,
  ): Promise<AppendResult> {
    const streamState = expectedRevision === noStream ? NO_STREAM : BigInt(expectedRevision);
    try {
      const { nextExpectedRevision, position } = await this.#appends.answer(
        (client) => client.appendToStream(stream, messages, { streamState }), since,
      );
      if (position === undefined) throw new Error('this server is too old: it answers appends without a position');
      return { outcome: 'appended', revision: Number(nextExpectedRevision), position: positionText(position.commit) };
    } catch (error) {
      if (errorType(error) !== 'wrong-expected-version') throw error;
      return { outcome: 'conflict', actualRevision: actualRevision(error) };
    }
  }

  async readStream(stream: string, query: StreamQuery = {}): Promise<readonly StoredEvent[]> {
    // `$all` and the server's own streams have names too, and they are no streams of ours.
    if (!isStreamName(stream)) return [];
    return (await this.#read(() => readStreamEvents(this.#ask, stream, query))).map(storedEvent);
  }

  async readLog(query: LogQuery): Promise<readonly StoredEvent[]> {
    return (await this.#readLog(query)).map(storedEvent);
  }

  async readLogText(query: LogQuery): Promise<readonly StoredText[]> {
    return (await this.#readLog(query)).map(storedText);
  }

  async #readLog(query: LogQuery): Promise<readonly NativeEvent[]> {
    return this.#read(() => readLogEvents(this.#ask, query));
  }

  subscribe(after: Position | undefined, deliver: Deliver): Subscription {
    if (this.#closing.signal.aborted) return endedSubscription(new StoreUnavailable('the log is closed'));
    const subscription = new KurrentSubscription(this.#connectionString, this.#waits, after, deliver);
    const forget = () => this.#subscriptions.delete(subscription);
    this.#subscriptions.add(subscription);
    subscription.ended.then(forget, forget);
    return subscription;
  }

  async lastPosition(): Promise<Position | undefined> {
    const [last] = await this.readLogText({ direction: 'backwards', limit: 1 });
    return last?.position;
  }

  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #close(): Promise<void> {
    this.#closing.abort();
    await Promise.all([...this.#subscriptions].map((subscription) => subscription.stop()));
    // Only now: a delivery that runs to its end may still read.
    this.#readsClosed = true;
    await Promise.allSettled(this.#underWay);
    await Promise.all([this.#writer.close(), this.#reader.close()]);
  }

  #read<Answer>(read: () => Promise<Answer>): Promise<Answer> {
    return this.#accept(this.#readsClosed, read);
  }

  async #accept<Answer>(closed: boolean, work: () => Promise<Answer>): Promise<Answer> {
    if (closed) throw new StoreUnavailable('the log is closed');
    const running = work();
    this.#underWay.add(running);
    try {
      return await running;
    } finally {
      this.#underWay.delete(running);
    }
  }
}

function endedSubscription(reason: Error): Subscription {
  const ended = Promise.reject<void>(reason);
  ended.catch(() => undefined);
  return { ended, stop: () => Promise.resolve() };
}
