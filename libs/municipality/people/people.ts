import type Database from 'better-sqlite3';
import type { Instant } from '../../kernel/clock.ts';
import type { PersonNames } from '../../platform/access/asker.ts';
import type { PrivateStore } from '../../platform/private-store/private-store.ts';

export const peopleTables: readonly string[] = [
  'CREATE TABLE IF NOT EXISTS people (municipality TEXT, person TEXT, name TEXT NOT NULL, PRIMARY KEY (municipality, person))',
  'CREATE TABLE IF NOT EXISTS addresses (municipality TEXT, person TEXT, mail TEXT NOT NULL, PRIMARY KEY (municipality, person))',
  `CREATE TABLE IF NOT EXISTS forgotten_people (
    municipality TEXT, person TEXT, forgotten_at TEXT NOT NULL, PRIMARY KEY (municipality, person))`,
];

/** A person as the private store knows him. */
export interface NamedPerson {
  readonly id: string;
  readonly name: string;
  readonly mail?: string;
}

/** People's names and mail addresses: what the log must not know. */
export class People implements PersonNames {
  readonly #statements: Readonly<Record<
    'name' | 'nameOf' | 'address' | 'all' | 'withMail' | 'forgetName' | 'forgetAddress' | 'forget' | 'forgotten', Database.Statement>>;

  constructor({ database }: PrivateStore) {
    const unlessForgotten = 'WHERE NOT EXISTS (SELECT 1 FROM forgotten_people WHERE municipality = @municipality AND person = @person)';
    this.#statements = {
      name: database.prepare(`INSERT OR REPLACE INTO people SELECT @municipality, @person, @name ${unlessForgotten}`),
      nameOf: database.prepare('SELECT name FROM people WHERE municipality = ? AND person = ?').pluck(),
      address: database.prepare(`INSERT OR REPLACE INTO addresses SELECT @municipality, @person, @mail ${unlessForgotten}`),
      all: database.prepare(`SELECT person, name, mail FROM people LEFT JOIN addresses USING (municipality, person)
        WHERE municipality = ? ORDER BY name, person`),
      withMail: database.prepare('SELECT person FROM addresses WHERE municipality = ? AND lower(mail) = lower(?)').pluck(),
      forgetName: database.prepare('DELETE FROM people WHERE municipality = ? AND person = ?'),
      forgetAddress: database.prepare('DELETE FROM addresses WHERE municipality = ? AND person = ?'),
      forget: database.prepare('INSERT OR IGNORE INTO forgotten_people VALUES (?, ?, ?)'),
      forgotten: database.prepare('SELECT person FROM forgotten_people WHERE municipality = ?').pluck(),
    };
  }

  /** Who was forgotten stays so, whoever reads an old list again. */
  name(municipality: string, person: string, name: string): void {
    this.#statements.name.run({ municipality, person, name });
  }

  /** An empty address takes away the one that there is. */
  address(municipality: string, person: string, mail: string): void {
    if (mail === '') this.#statements.forgetAddress.run(municipality, person);
    else this.#statements.address.run({ municipality, person, mail });
  }

  nameOf(municipality: string, person: string): string | undefined {
    return this.#statements.nameOf.get(municipality, person) as string | undefined;
  }

  /** Everybody who has a name here, in the order of names. */
  all(municipality: string): readonly NamedPerson[] {
    const rows = this.#statements.all.all(municipality) as { person: string; name: string; mail: string | null }[];
    return rows.map(({ person, name, mail }) => ({ id: person, name, ...(mail !== null && { mail }) }));
  }

  /** Whoever has this address; capitals make no other. */
  withMail(municipality: string, mail: string): readonly string[] {
    return this.#statements.withMail.all(municipality, mail) as string[];
  }

  forgotten(municipality: string): ReadonlySet<string> {
    return new Set(this.#statements.forgotten.all(municipality) as string[]);
  }

  forget(municipality: string, person: string, at: Instant): void {
    this.#statements.forgetName.run(municipality, person);
    this.#statements.forgetAddress.run(municipality, person);
    this.#statements.forget.run(municipality, person, at);
  }
}
