import { setImmediate } from 'node:timers/promises';
import { refusalOf } from '../append-limits.ts';
import { Subscriptions } from '../catch-up-subscription.ts';
import { noStream, StoreUnavailable } from '../event-store.ts';
import type {
  AppendResult, Deliver, EventHeader, EventPayload, EventStore, EventText, LogQuery, Position, StoredEvent, StoredText,
  StreamQuery, Subscription,
} from '../event-store.ts';

interface Kept extends StoredText {
  readonly id: string;
}

export interface MemoryOptions {
  /** How long after its append an event reaches subscribers. */
  readonly lateByInMilliseconds?: number;
}

const positionDigits = 12;
const widestGap = 7;

/**
 * The log in memory, for specs. It is awkward on purpose, within what the port allows: positions are no numbers and
 * have gaps, and subscribers hear of an event only a while after its append was answered.
 */
export class MemoryEventStore implements EventStore {
  readonly isExclusive: boolean = true;
  readonly #lateByInMilliseconds: number;
  readonly #log: Kept[] = [];
  readonly #streams = new Map<string, Kept[]>();
  readonly #subscriptions: Subscriptions;
  readonly #unanswered = new Set<Promise<unknown>>();
  #lastNumber = 0;
  /** How much of the log subscribers may see yet. */
  #announced = 0;
  #closed: Promise<void> | undefined;
  #isGone = false;

  constructor({ lateByInMilliseconds = 5 }: MemoryOptions = {}) {
    this.#lateByInMilliseconds = lateByInMilliseconds;
    this.#subscriptions = new Subscriptions(async (query) => {
      this.#checkOpen(this.#isGone);
      return this.#page(this.#log.slice(0, this.#announced), query).map(parsed);
    });
  }

  async append(stream: string, expectedRevision: number, events: readonly EventText[]): Promise<AppendResult> {
    this.#checkOpen(this.#closed !== undefined);
    const reason = refusalOf(stream, events);
    if (reason !== undefined) return { outcome: 'refused', reason };
    const result = this.#write(stream, expectedRevision, events);
    const answered = setImmediate(result);
    this.#unanswered.add(answered);
    await answered;
    this.#unanswered.delete(answered);
    return result;
  }

  async readStream(stream: string, query: StreamQuery = {}): Promise<readonly StoredEvent[]> {
    this.#checkOpen(this.#isGone);
    const { fromRevision, direction = 'forwards', limit = Infinity } = query;
    const kept = this.#streams.get(stream) ?? [];
    const wanted = direction === 'forwards'
      ? kept.slice(Math.max(fromRevision ?? 0, 0))
      : kept.slice(0, Math.max((fromRevision ?? kept.length) + 1, 0)).reverse();
    return wanted.slice(0, Math.max(limit, 0)).map(parsed);
  }

  async readLog(query: LogQuery): Promise<readonly StoredEvent[]> {
    return (await this.readLogText(query)).map(parsed);
  }

  async readLogText(query: LogQuery): Promise<readonly StoredText[]> {
    this.#checkOpen(this.#isGone);
    return this.#page(this.#log, query).map(({ position, stream, revision, header, payload }) => (
      { position, stream, revision, header, payload }));
  }

  async lastPosition(): Promise<Position | undefined> {
    this.#checkOpen(this.#isGone);
    return this.#log.at(-1)?.position;
  }

  subscribe(after: Position | undefined, deliver: Deliver): Subscription {
    return this.#subscriptions.open(after, deliver);
  }

  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #close(): Promise<void> {
    await Promise.all(this.#unanswered);
    await this.#subscriptions.stopAll();
    this.#isGone = true;
  }

  #write(stream: string, expectedRevision: number, events: readonly EventText[]): AppendResult {
    const kept = this.#streams.get(stream) ?? [];
    const actualRevision = kept.length + noStream;
    const revision = expectedRevision + events.length;
    if (actualRevision !== expectedRevision) {
      const earlier = events.map((_, index) => kept[expectedRevision + 1 + index]);
      const last = earlier.at(-1);
      const isRepeat = earlier.every((event, index) => event?.id === events[index]?.id);
      return isRepeat && last !== undefined
        ? { outcome: 'appended', revision, position: last.position }
        : { outcome: 'conflict', actualRevision };
    }
    for (const { id, header, payload } of events) {
      kept.push({ id, stream, revision: kept.length, header, payload, position: this.#nextPosition() });
    }
    const added = kept.slice(-events.length);
    this.#streams.set(stream, kept);
    this.#log.push(...added);
    this.#announceLater();
    return { outcome: 'appended', revision, position: (added.at(-1) as Kept).position };
  }

  #nextPosition(): Position {
    this.#lastNumber += 1 + (this.#lastNumber % widestGap);
    return `m${String(this.#lastNumber).padStart(positionDigits, '0')}`;
  }

  #announceLater(): void {
    const length = this.#log.length;
    setTimeout(() => {
      this.#announced = Math.max(this.#announced, length);
      this.#subscriptions.wake();
    }, this.#lateByInMilliseconds);
  }

  #page(log: readonly Kept[], { after, direction = 'forwards', limit }: LogQuery): Kept[] {
    const wanted = direction === 'forwards'
      ? log.filter(({ position }) => after === undefined || position > after)
      : log.filter(({ position }) => after === undefined || position < after).reverse();
    return wanted.slice(0, Math.max(limit, 0));
  }

  #checkOpen(isClosed: boolean): void {
    if (isClosed) throw new StoreUnavailable('the event store is closed');
  }
}

function parsed({ position, header, payload }: StoredText): StoredEvent {
  return {
    position,
    header: JSON.parse(header) as EventHeader,
    payload: JSON.parse(payload) as EventPayload,
  };
}
