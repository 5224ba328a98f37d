import type Database from 'better-sqlite3';
import type { PrivateStore } from '../private-store/private-store.ts';

export const leaseTables = `CREATE TABLE IF NOT EXISTS leases (
  name TEXT PRIMARY KEY, holder TEXT NOT NULL, until_ms INTEGER NOT NULL)`;

/** One holder of a name at a time. It only saves work: whoever works without it does nothing twice either. */
export class Leases {
  readonly #take: Database.Statement;
  readonly #give: Database.Statement;
  /** Until when a name was ours when we last asked. */
  readonly #ours = new Map<string, number>();

  constructor(store: PrivateStore, private readonly holder: string) {
    this.#take = store.database.prepare(`INSERT INTO leases (name, holder, until_ms) VALUES (?, ?, ?)
      ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until_ms = excluded.until_ms
      WHERE holder = excluded.holder OR until_ms < ?`);
    this.#give = store.database.prepare('DELETE FROM leases WHERE name = ? AND holder = ?');
  }

  /** True when the name is ours for at least half as long from now, newly or again: every renewal is a write to the disk. */
  take(name: string, forMs: number, nowMs = Date.now()): boolean {
    if ((this.#ours.get(name) ?? nowMs) - nowMs > forMs / 2) return true;
    const untilMs = nowMs + forMs;
    const isOurs = this.#take.run(name, this.holder, untilMs, nowMs).changes === 1;
    if (isOurs) this.#ours.set(name, untilMs);
    else this.#ours.delete(name);
    return isOurs;
  }

  giveBack(name: string): void {
    this.#ours.delete(name);
    this.#give.run(name, this.holder);
  }
}
