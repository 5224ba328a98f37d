import { noStream } from '../event-store.ts';
import type { Connection } from './event-file.ts';

/** Where a stream ends. `key` is undefined until the stream has its first event. */
export interface StreamHead {
  key: number | undefined;
  revision: number;
}

const streamsPerGeneration = 50_000;

/**
 * The heads of recently used streams, so that a revision is checked without asking the file. Two generations instead
 * of a list by time of use: a look-up that hits costs one read of one map.
 */
export class StreamHeads {
  readonly #find: (stream: string) => StreamHead;
  readonly #limit: number;
  #recent = new Map<string, StreamHead>();
  #older = new Map<string, StreamHead>();

  constructor(connection: Connection, limit = streamsPerGeneration) {
    const statement = connection.prepare<[string], StreamHead>(`
      SELECT id AS key, (SELECT max(revision) FROM events WHERE stream = streams.id) AS revision
      FROM streams WHERE name = ?`);
    this.#find = (stream) => statement.get(stream) ?? { key: undefined, revision: noStream };
    this.#limit = limit;
  }

  of(stream: string): StreamHead {
    const known = this.#recent.get(stream);
    if (known !== undefined) return known;
    const head = this.#older.get(stream) ?? this.#find(stream);
    if (this.#recent.size >= this.#limit) {
      this.#older = this.#recent;
      this.#recent = new Map();
    }
    this.#recent.set(stream, head);
    return head;
  }

  /** After a rollback the heads have run ahead of the file. */
  forget(): void {
    this.#recent.clear();
    this.#older.clear();
  }
}
