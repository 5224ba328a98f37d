import type { LogQuery, LogReader, Position, StoredEvent, StoredText } from '../event-store.ts';
import { openEventFileToRead } from './event-file.ts';
import type { Connection } from './event-file.ts';
import { EventReader } from './event-reader.ts';
import { integrityFaultsOf } from './integrity.ts';
import { positionText } from './position.ts';
import { isSqliteError, unavailable } from './sqlite-error.ts';
import { StreamHeads } from './stream-heads.ts';

/** The log in its file, for somebody who must not write, while another process perhaps does. */
export class SqliteLogReader implements LogReader {
  readonly #connection: Connection;
  readonly #reader: EventReader;

  constructor(path: string) {
    this.#connection = openEventFileToRead(path);
    this.#reader = new EventReader(this.#connection, new StreamHeads(this.#connection));
  }

  async readLog(query: LogQuery): Promise<readonly StoredEvent[]> {
    return this.#read(() => this.#reader.log(query));
  }

  async readLogText(query: LogQuery): Promise<readonly StoredText[]> {
    return this.#read(() => this.#reader.logText(query));
  }

  async lastPosition(): Promise<Position | undefined> {
    return this.#read(() => this.#reader.lastPosition());
  }

  /**
   * What is wrong with the file as a file. In it positions have no gaps, which the port does not promise: so an event that
   * was taken out is missed even when it was the last of its stream.
   */
  faults(): readonly string[] {
    const faults = integrityFaultsOf(this.#connection);
    try {
      return [...faults, ...this.#gaps()];
    } catch (error) {
      if (isSqliteError(error)) return [...faults, `the positions cannot be read: ${error.message}`];
      throw error;
    }
  }

  async close(): Promise<void> {
    this.#connection.close();
  }

  #gaps(): readonly string[] {
    const gaps = this.#connection.prepare<[], readonly [before: number, next: number]>(`
      SELECT * FROM (SELECT lag(position, 1, 0) OVER (ORDER BY position) AS before, position FROM events)
      WHERE position > before + 1`).raw().all();
    return gaps.map(([before, next]) => (next === before + 2
      ? `position ${positionText(before + 1)} is missing`
      : `positions ${positionText(before + 1)} to ${positionText(next - 1)} are missing`));
  }

  #read<Answer>(read: () => Answer): Answer {
    try {
      return read();
    } catch (error) {
      throw unavailable(error);
    }
  }
}
