import type Database from 'better-sqlite3';
import type { PrivateStore } from '../../platform/private-store/private-store.ts';

export const personNumberTables: readonly string[] = [
  `CREATE TABLE IF NOT EXISTS person_numbers (
    municipality TEXT, number TEXT, person TEXT NOT NULL, PRIMARY KEY (municipality, number), UNIQUE (municipality, person))`,
];

/** The office's own numbers 職員番号 for its people: by them a list says who is meant, and the log never knows them. */
export class PersonNumbers {
  readonly #statements: Readonly<Record<'keep' | 'all' | 'dropOf', Database.Statement>>;

  constructor({ database }: PrivateStore) {
    this.#statements = {
      keep: database.prepare('INSERT INTO person_numbers VALUES (?, ?, ?)'),
      all: database.prepare('SELECT number, person FROM person_numbers WHERE municipality = ?'),
      dropOf: database.prepare('DELETE FROM person_numbers WHERE municipality = ? AND person = ?'),
    };
  }

  keep(municipality: string, number: string, person: string): void {
    this.#statements.keep.run(municipality, number, person);
  }

  /** Whose number is whose: the person by the number. */
  all(municipality: string): ReadonlyMap<string, string> {
    const rows = this.#statements.all.all(municipality) as { number: string; person: string }[];
    return new Map(rows.map(({ number, person }) => [number, person]));
  }

  dropOf(municipality: string, person: string): void {
    this.#statements.dropOf.run(municipality, person);
  }
}
