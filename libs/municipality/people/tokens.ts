import { randomBytes } from 'node:crypto';
import type Database from 'better-sqlite3';
import type { PrivateStore } from '../../platform/private-store/private-store.ts';
import { digestOf } from './digest.ts';

export const tokenTables: readonly string[] = [
  `CREATE TABLE IF NOT EXISTS tokens (
    digest TEXT PRIMARY KEY, municipality TEXT NOT NULL, person TEXT NOT NULL, label TEXT NOT NULL)`,
];

/** A token as its owner may see it again: never the token itself. */
export interface TokenEntry {
  readonly id: string;
  readonly label: string;
}

/** Random texts that stand for a person, so that a script can ask in his name. */
export class Tokens {
  readonly #statements: Readonly<Record<'add' | 'dropLabelled' | 'holderOf' | 'of' | 'withdraw' | 'dropOf', Database.Statement>>;

  constructor({ database }: PrivateStore) {
    // The beginning of a digest names a token in addresses; nothing can be asked with it.
    const id = 'substr(digest, 1, 16)';
    this.#statements = {
      add: database.prepare('INSERT INTO tokens VALUES (?, ?, ?, ?)'),
      dropLabelled: database.prepare('DELETE FROM tokens WHERE municipality = ? AND label = ?'),
      holderOf: database.prepare('SELECT person FROM tokens WHERE digest = ? AND municipality = ?').pluck(),
      of: database.prepare(`SELECT ${id} AS id, label FROM tokens WHERE municipality = ? AND person = ? ORDER BY label, id`),
      withdraw: database.prepare(`DELETE FROM tokens WHERE municipality = ? AND person = ? AND ${id} = ?`),
      dropOf: database.prepare('DELETE FROM tokens WHERE municipality = ? AND person = ?'),
    };
  }

  /** A new token for a person, shown once: only its digest is kept. */
  add(municipality: string, person: string, label: string): string {
    const token = `meguri_${randomBytes(24).toString('base64url')}`;
    this.#statements.add.run(digestOf(token), municipality, person, label);
    return token;
  }

  /** Takes back every token that carries a label. */
  dropLabelled(municipality: string, label: string): void {
    this.#statements.dropLabelled.run(municipality, label);
  }

  holderOf(municipality: string, token: string): string | undefined {
    return this.#statements.holderOf.get(digestOf(token), municipality) as string | undefined;
  }

  of(municipality: string, person: string): readonly TokenEntry[] {
    return this.#statements.of.all(municipality, person) as TokenEntry[];
  }

  /** False when he has no such token. */
  withdraw(municipality: string, person: string, id: string): boolean {
    return this.#statements.withdraw.run(municipality, person, id).changes > 0;
  }

  dropOf(municipality: string, person: string): void {
    this.#statements.dropOf.run(municipality, person);
  }
}
