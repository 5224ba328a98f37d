import type Database from 'better-sqlite3';
import type { PrivateStore } from '../../platform/private-store/private-store.ts';

export const identityTables: readonly string[] = [
  `CREATE TABLE IF NOT EXISTS identities (
    municipality TEXT, issuer TEXT, subject TEXT, person TEXT NOT NULL, PRIMARY KEY (municipality, issuer, subject))`,
];

/** What a provider calls somebody: a subject means nothing without its issuer. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
}

/** Which of a provider's identities is whose. */
export class Identities {
  readonly #statements: Readonly<Record<'link' | 'personOf' | 'of' | 'dropOf', Database.Statement>>;

  constructor({ database }: PrivateStore) {
    this.#statements = {
      link: database.prepare('INSERT OR IGNORE INTO identities VALUES (?, ?, ?, ?)'),
      personOf: database.prepare('SELECT person FROM identities WHERE municipality = ? AND issuer = ? AND subject = ?').pluck(),
      of: database.prepare('SELECT issuer, subject FROM identities WHERE municipality = ? AND person = ? ORDER BY issuer, subject'),
      dropOf: database.prepare('DELETE FROM identities WHERE municipality = ? AND person = ?'),
    };
  }

  /** False when it is linked to somebody else. */
  link(municipality: string, { issuer, subject }: Identity, person: string): boolean {
    this.#statements.link.run(municipality, issuer, subject, person);
    return this.personOf(municipality, { issuer, subject }) === person;
  }

  personOf(municipality: string, { issuer, subject }: Identity): string | undefined {
    return this.#statements.personOf.get(municipality, issuer, subject) as string | undefined;
  }

  of(municipality: string, person: string): readonly Identity[] {
    return this.#statements.of.all(municipality, person) as Identity[];
  }

  dropOf(municipality: string, person: string): void {
    this.#statements.dropOf.run(municipality, person);
  }
}
