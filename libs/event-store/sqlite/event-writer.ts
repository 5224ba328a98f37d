import { noStream } from '../event-store.ts';
import type { AppendResult, EventText } from '../event-store.ts';
import type { Connection } from './event-file.ts';
import { positionText } from './position.ts';
import type { StreamHead, StreamHeads } from './stream-heads.ts';

/** What somebody asked to append. */
export interface Append {
  readonly stream: string;
  readonly expectedRevision: number;
  readonly events: readonly EventText[];
}

interface Written {
  readonly position: number;
  readonly id: string;
}

/**
 * Writes appends one after the other inside a transaction that somebody else holds. Heads move with each append, so
 * the next one is checked against what the transaction will have written.
 */
export class EventWriter {
  readonly #heads: StreamHeads;
  readonly #insertStream;
  readonly #insertEvent;
  readonly #written;

  constructor(connection: Connection, heads: StreamHeads) {
    this.#heads = heads;
    this.#insertStream = connection.prepare<[string]>('INSERT INTO streams (name) VALUES (?)');
    this.#insertEvent = connection.prepare<[number, number, string, string]>(
      'INSERT INTO events (stream, revision, header, payload) VALUES (?, ?, ?, ?)');
    this.#written = connection.prepare<[number, number, number], Written>(`
      SELECT position, header ->> '$.id' AS id FROM events
      WHERE stream = ? AND revision BETWEEN ? AND ? ORDER BY revision`);
  }

  write({ stream, expectedRevision, events }: Append): AppendResult {
    const head = this.#heads.of(stream);
    if (head.revision !== expectedRevision) {
      return this.#answerOfFirstTime(head, expectedRevision, events)
        ?? { outcome: 'conflict', actualRevision: head.revision };
    }
    head.key ??= Number(this.#insertStream.run(stream).lastInsertRowid);
    let revision = expectedRevision;
    let position: number | bigint = 0;
    for (const { header, payload } of events) {
      position = this.#insertEvent.run(head.key, ++revision, header, payload).lastInsertRowid;
    }
    head.revision = revision;
    return { outcome: 'appended', revision, position: positionText(Number(position)) };
  }

  /** An append whose events all stand where it wants them is a repeat, however long the stream has grown since. */
  #answerOfFirstTime(head: StreamHead, expectedRevision: number, events: readonly EventText[]): AppendResult | undefined {
    const revision = expectedRevision + events.length;
    if (head.key === undefined || expectedRevision < noStream || revision > head.revision) return undefined;
    const written = this.#written.all(head.key, expectedRevision + 1, revision);
    const last = written.at(-1);
    const isRepeat = written.length === events.length && written.every(({ id }, index) => id === events[index]?.id);
    return isRepeat && last !== undefined
      ? { outcome: 'appended', revision, position: positionText(last.position) }
      : undefined;
  }
}
