import { EventEmitter } from 'node:events';

/** One event as it came over the wire; the server looks into none of it. */
export interface Proposed {
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly metadata: Uint8Array;
  readonly data: Uint8Array;
}

/** One event in the log. */
export interface LogRecord extends Proposed {
  readonly stream: string;
  readonly revision: bigint;
  readonly position: bigint;
  /** In ticks of 100 nanoseconds, as the real server tells it. */
  readonly created: bigint;
}

export type Expected = bigint | 'no_stream' | 'any' | 'stream_exists';

export type AppendAnswer =
  | { readonly kind: 'appended'; readonly revision: bigint; readonly position: bigint }
  | { readonly kind: 'wrong-expected-version'; readonly actual: bigint | 'no_stream' }
  | { readonly kind: 'stream-deleted' }
  | { readonly kind: 'too-large' };

export const maximumAppendBytes = 1024 * 1024;

/** What a record weighs beside its texts, as the distances between positions on a real server show. */
const recordOverhead = 90;
/** A real log opens with records that are no events, and with the server's own settings. */
const firstPosition = 548n;
/** Often enough that no test meets a page without one. */
const appendsBetweenSystemEvents = 7;

const nothing = new Uint8Array(0);

/** The data of the double: what a real server would have on disk. It outlives the server's death. */
export class RecordLog extends EventEmitter<{ appended: [] }> {
  readonly records: LogRecord[] = [];
  readonly #streams = new Map<string, LogRecord[]>();
  readonly #tombstones = new Set<string>();
  readonly #softDeleted = new Map<string, bigint>();
  #recentIds = new Map<string, LogRecord>();
  #end = firstPosition;
  #appends = 0;

  constructor() {
    super();
    this.setMaxListeners(0);
    this.#write('$$$scavenges', [systemEvent('$metadata')]);
  }

  get end(): bigint {
    return this.#end;
  }

  /** Undefined when the stream is not there, or no longer. */
  stream(name: string): readonly LogRecord[] | undefined {
    const deletedUpTo = this.#softDeleted.get(name);
    const records = this.#streams.get(name);
    if (deletedUpTo === undefined) return records;
    const left = records?.filter(({ revision }) => revision > deletedUpTo);
    return left?.length ? left : undefined;
  }

  isTombstoned(name: string): boolean {
    return this.#tombstones.has(name);
  }

  /** What a restart forgets: appends without an exact revision are compared with recent ones only. */
  forgetRecentIds(): void {
    this.#recentIds = new Map();
  }

  append(stream: string, expected: Expected, events: readonly Proposed[]): AppendAnswer {
    if (this.isTombstoned(stream)) return { kind: 'stream-deleted' };
    // Of the data alone: that is what the measured server adds up.
    if (events.reduce((sum, { data }) => sum + data.length, 0) > maximumAppendBytes) return { kind: 'too-large' };
    const written = this.#streams.get(stream) ?? [];
    const actual = BigInt(written.length - 1);
    const wrong: AppendAnswer = { kind: 'wrong-expected-version', actual: actual < 0n ? 'no_stream' : actual };

    if (expected === 'any' || expected === 'stream_exists') {
      if (expected === 'stream_exists' && written.length === 0) return wrong;
      const seen = this.#recentIds.get(events[0]?.id ?? '');
      if (seen?.stream !== stream) return this.#appendNow(stream, events);
      return sameFrom(written, Number(seen.revision), events) ?? wrong;
    }
    const base = expected === 'no_stream' ? -1n : expected;
    if (base === actual) return this.#appendNow(stream, events);
    return sameFrom(written, Number(base) + 1, events) ?? wrong;
  }

  softDelete(stream: string): void {
    const last = this.#streams.get(stream)?.at(-1);
    if (last !== undefined) this.#softDeleted.set(stream, last.revision);
    this.#write(`$$${stream}`, [systemEvent('$metadata')]);
  }

  tombstone(stream: string): void {
    this.#tombstones.add(stream);
    this.#write(stream, [systemEvent('$streamDeleted')]);
  }

  #appendNow(stream: string, events: readonly Proposed[]): AppendAnswer {
    this.#appends += 1;
    if (this.#appends % appendsBetweenSystemEvents === 0) {
      this.#write('$stats-127.0.0.1:2113', [systemEvent('$statsCollected')]);
    }
    const last = this.#write(stream, events);
    this.emit('appended');
    if (last !== undefined) return { kind: 'appended', revision: last.revision, position: last.position };
    // A list of no events is written as a record that no read ever shows.
    const position = this.#end;
    this.#end += BigInt(recordOverhead + Buffer.byteLength(stream));
    return { kind: 'appended', revision: 0n, position };
  }

  #write(stream: string, events: readonly Proposed[]): LogRecord | undefined {
    const written = this.#streams.get(stream) ?? [];
    for (const event of events) {
      const record: LogRecord = {
        ...event, stream, revision: BigInt(written.length), position: this.#end, created: BigInt(Date.now()) * 10_000n,
      };
      written.push(record);
      this.records.push(record);
      this.#recentIds.set(event.id, record);
      this.#end += BigInt(recordOverhead + Buffer.byteLength(stream) + Buffer.byteLength(event.type)
        + event.metadata.length + event.data.length);
    }
    if (written.length > 0) this.#streams.set(stream, written);
    return written.at(-1);
  }
}

/** Repeats are known by their ids alone, in their order from that revision on; what they carry is not looked at. */
function sameFrom(written: readonly LogRecord[], from: number, events: readonly Proposed[]): AppendAnswer | undefined {
  for (const [index, { id }] of events.entries()) {
    if (written[from + index]?.id !== id) return undefined;
  }
  const last = written[from + events.length - 1];
  return last && { kind: 'appended', revision: last.revision, position: last.position };
}

function systemEvent(type: string): Proposed {
  const data = Buffer.from('{"$tb":9223372036854775807}');
  return { id: crypto.randomUUID(), type, contentType: 'application/json', metadata: nothing, data };
}
