import type { AppendResult } from '../event-store.ts';
import type { Connection } from './event-file.ts';
import type { Append, EventWriter } from './event-writer.ts';
import type { StreamHeads } from './stream-heads.ts';
import { unavailable } from './sqlite-error.ts';

interface Waiting extends Append {
  readonly answer: (result: AppendResult) => void;
  readonly fail: (error: unknown) => void;
}

/** More bring nothing, and a transaction of the largest appends must not keep everybody else waiting. */
const appendsPerTransaction = 128;

/**
 * The one writer. What arrives within one turn of the event loop is written in one transaction, so that many clients
 * share one wait for the disk; nobody is answered before the transaction is on it.
 */
export class GroupCommit {
  readonly #heads: StreamHeads;
  readonly #writer: EventWriter;
  readonly #connection: Connection;
  readonly #committed: () => void;
  readonly #begin;
  readonly #commit;
  #waiting: Waiting[] = [];
  #isDraining = false;
  #idle: Array<() => void> = [];

  constructor(connection: Connection, heads: StreamHeads, writer: EventWriter, committed: () => void) {
    this.#connection = connection;
    this.#heads = heads;
    this.#writer = writer;
    this.#committed = committed;
    this.#begin = connection.prepare('BEGIN IMMEDIATE');
    this.#commit = connection.prepare('COMMIT');
  }

  append(stream: string, expectedRevision: number, events: Append['events']): Promise<AppendResult> {
    return new Promise((answer, fail) => {
      this.#waiting.push({ stream, expectedRevision, events, answer, fail });
      if (this.#isDraining) return;
      this.#isDraining = true;
      setImmediate(() => this.#drain());
    });
  }

  /** When everything that was accepted has been answered. */
  async idle(): Promise<void> {
    if (this.#isDraining) await new Promise<void>((resolve) => this.#idle.push(resolve));
  }

  #drain(): void {
    const batch = this.#waiting.splice(0, appendsPerTransaction);
    const results = this.#tryTogether(batch);
    for (const [index, append] of batch.entries()) {
      if (results === undefined) this.#writeAlone(append);
      else append.answer(results[index] as AppendResult);
    }
    if (this.#waiting.length > 0) {
      setImmediate(() => this.#drain());
    } else {
      this.#isDraining = false;
      for (const resolve of this.#idle.splice(0)) resolve();
    }
    this.#committed();
  }

  #tryTogether(batch: readonly Waiting[]): AppendResult[] | undefined {
    try {
      return this.#write(batch);
    } catch {
      return undefined;
    }
  }

  /** One append that cannot be written must not take its neighbours with it. */
  #writeAlone(append: Waiting): void {
    try {
      const [result] = this.#write([append]);
      append.answer(result as AppendResult);
    } catch (error) {
      append.fail(unavailable(error));
    }
  }

  #write(batch: readonly Waiting[]): AppendResult[] {
    try {
      this.#begin.run();
      const results = batch.map((append) => this.#writer.write(append));
      this.#commit.run();
      return results;
    } catch (error) {
      this.#heads.forget();
      // Some errors have rolled back already.
      if (this.#connection.inTransaction) this.#connection.exec('ROLLBACK');
      throw error;
    }
  }
}
