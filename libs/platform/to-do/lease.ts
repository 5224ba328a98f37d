import type Database from 'better-sqlite3';
import type { PrivateStore } from '../private-store/private-store.ts';

export const leaseTables = `CREATE TABLE IF NOT EXISTS leases (
  name TEXT PRIMARY KEY, holder TEXT NOT NULL, until_ms INTEGER NOT NULL)`;

/** One holder of a name at a time. It only saves work: whoever works without it does nothing twice either. */
export class Leases {
  readonly #take: Database.Statement;
  readonly #give: Database.Statement;

  constructor(store: PrivateStore, private readonly holder: string) {
    this.#take = store.database.prepare(`INSERT INTO leases (name, holder, until_ms) VALUES (?, ?, ?)
      ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until_ms = excluded.until_ms
      WHERE holder = excluded.holder OR until_ms < ?`);
    this.#give = store.database.prepare('DELETE FROM leases WHERE name = ? AND holder = ?');
  }

  /** True when the name is ours for so long from now, newly or again. */
  take(name: string, forMs: number, nowMs = Date.now()): boolean {
    return this.#take.run(name, this.holder, nowMs + forMs, nowMs).changes === 1;
  }

  giveBack(name: string): void {
    this.#give.run(name, this.holder);
  }
}
