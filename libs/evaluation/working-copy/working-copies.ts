import type Database from 'better-sqlite3';
import type { PrivateStore } from '../../platform/private-store/private-store.ts';

export const workingCopyTables: readonly string[] = [
  `CREATE TABLE IF NOT EXISTS working_copies (
    municipality TEXT, sheet TEXT, post TEXT, based_on INTEGER NOT NULL, fields TEXT NOT NULL, kept_at TEXT NOT NULL,
    PRIMARY KEY (municipality, sheet, post))`,
];

/** What somebody has typed and not yet shared. It is a post's, so that whoever comes after finds it there. */
export interface WorkingCopy {
  readonly basedOn: number;
  /** By address, as it would be saved. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly keptAt: string;
}

/** Whose working copy, of which sheet. */
export interface AtPost {
  readonly municipality: string;
  readonly sheet: string;
  readonly post: string;
}

/** The drawer for working copies: beside the log, never in it. */
export class WorkingCopies {
  readonly #statements: Readonly<Record<'keep' | 'read' | 'drop', Database.Statement>>;

  constructor({ database }: PrivateStore) {
    this.#statements = {
      keep: database.prepare('INSERT OR REPLACE INTO working_copies VALUES (?, ?, ?, ?, ?, ?)'),
      read: database.prepare('SELECT based_on, fields, kept_at FROM working_copies WHERE municipality = ? AND sheet = ? AND post = ?'),
      drop: database.prepare('DELETE FROM working_copies WHERE municipality = ? AND sheet = ? AND post = ?'),
    };
  }

  keep({ municipality, sheet, post }: AtPost, { basedOn, fields, keptAt }: WorkingCopy): void {
    this.#statements.keep.run(municipality, sheet, post, basedOn, JSON.stringify(fields), keptAt);
  }

  read({ municipality, sheet, post }: AtPost): WorkingCopy | undefined {
    const row = this.#statements.read.get(municipality, sheet, post) as
      { based_on: number; fields: string; kept_at: string } | undefined;
    return row && { basedOn: row.based_on, fields: JSON.parse(row.fields), keptAt: row.kept_at };
  }

  drop({ municipality, sheet, post }: AtPost): void {
    this.#statements.drop.run(municipality, sheet, post);
  }
}
