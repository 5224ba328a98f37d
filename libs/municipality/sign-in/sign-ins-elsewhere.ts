import { randomBytes } from 'node:crypto';
import type Database from 'better-sqlite3';
import type { Clock } from '../../kernel/clock.ts';
import type { PrivateStore } from '../../platform/private-store/private-store.ts';
import { digestOf } from '../people/digest.ts';

export const signInElsewhereTables: readonly string[] = [
  `CREATE TABLE IF NOT EXISTS sign_ins_elsewhere (
    digest TEXT PRIMARY KEY, municipality TEXT NOT NULL, state TEXT NOT NULL, nonce TEXT NOT NULL, verifier TEXT NOT NULL,
    until TEXT NOT NULL)`,
];

/** For how long somebody may take to sign in at the provider. */
export const elsewhereForSeconds = 600;

/** What must come back from the provider, and what it must not have seen. */
export interface SignInElsewhere {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Sign-ins that were begun here and are under way at the provider; each can be finished once, by the browser that began it. */
export class SignInsElsewhere {
  readonly #statements: Readonly<Record<'begin' | 'take' | 'dropOld' | 'dropAll', Database.Statement>>;

  constructor({ database }: PrivateStore, private readonly clock: Clock) {
    this.#statements = {
      begin: database.prepare('INSERT INTO sign_ins_elsewhere VALUES (@digest, @municipality, @state, @nonce, @verifier, @until)'),
      take: database.prepare(`DELETE FROM sign_ins_elsewhere WHERE digest = ? AND municipality = ? AND until > ?
        RETURNING state, nonce, verifier`),
      dropOld: database.prepare('DELETE FROM sign_ins_elsewhere WHERE until <= ?'),
      dropAll: database.prepare('DELETE FROM sign_ins_elsewhere'),
    };
  }

  /** What the browser keeps until it comes back. */
  begin(municipality: string, { state, nonce, verifier }: SignInElsewhere): string {
    const kept = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    const until = new Date(Date.parse(now) + elsewhereForSeconds * 1_000).toISOString();
    this.#statements.dropOld.run(now);
    this.#statements.begin.run({ digest: digestOf(kept), municipality, state, nonce, verifier, until });
    return kept;
  }

  take(municipality: string, kept: string): SignInElsewhere | undefined {
    return this.#statements.take.get(digestOf(kept), municipality, this.clock.now()) as SignInElsewhere | undefined;
  }

  dropAll(): void {
    this.#statements.dropAll.run();
  }
}
