import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import Database from 'better-sqlite3';

const patienceMs = 60_000;

/** Looks into a log from beside it while a server writes, to know how far the work is. */
export class LogWatch {
  readonly #database: Database.Database;
  readonly #counting: Database.Statement<[string], number>;

  constructor(directory: string) {
    this.#database = new Database(join(directory, 'events.sqlite'), { readonly: true });
    this.#counting = this.#database.prepare<[string], number>("SELECT count(*) FROM events WHERE header ->> '$.type' = ?").pluck();
  }

  count(type: string): number {
    return this.#counting.get(type) ?? 0;
  }

  /** When so many events of a type are there. */
  async until(type: string, count: number): Promise<void> {
    const since = performance.now();
    while (this.count(type) < count) {
      if (performance.now() - since > patienceMs) throw new Error(`waited in vain for ${count} of ${type}`);
      await setTimeout(1);
    }
  }

  close(): void {
    this.#database.close();
  }
}
