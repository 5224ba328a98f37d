import type Database from 'better-sqlite3';
import type { Clock, Instant } from '../../kernel/clock.ts';
import type { PrivateStore } from '../../platform/private-store/private-store.ts';

export const accountTables: readonly string[] = [
  `CREATE TABLE IF NOT EXISTS accounts (
    municipality TEXT, login TEXT, person TEXT NOT NULL, password TEXT NOT NULL, must_change INTEGER NOT NULL,
    failures INTEGER NOT NULL DEFAULT 0, locked_until TEXT, PRIMARY KEY (municipality, login), UNIQUE (municipality, person))`,
];

/** What a person types as his login: as the office gave it, in small letters. */
export const loginPattern = /^[a-z0-9][a-z0-9._@-]{0,63}$/;

/** Failures in a row before an account is locked, and for how long. */
const failuresAtMost = 10;
const lockedForMs = 15 * 60_000;

/** A local account: how a person signs in without a provider. */
export interface Account {
  readonly login: string;
  readonly person: string;
  /** As it is kept, never the password itself. */
  readonly password: string;
  readonly mustChange: boolean;
  /** Only while it is locked. */
  readonly lockedUntil?: Instant;
}

interface Row {
  readonly login: string;
  readonly person: string;
  readonly password: string;
  readonly must_change: number;
  readonly locked_until: string | null;
}

export class Accounts {
  readonly #statements: Readonly<Record<
    'issue' | 'byLogin' | 'byPerson' | 'all' | 'setPassword' | 'fail' | 'succeed' | 'dropOf', Database.Statement>>;

  constructor({ database }: PrivateStore, private readonly clock: Clock) {
    const select = 'SELECT login, person, password, must_change, locked_until FROM accounts WHERE municipality = ?';
    this.#statements = {
      issue: database.prepare('INSERT INTO accounts (municipality, login, person, password, must_change) VALUES (?, ?, ?, ?, 1)'),
      byLogin: database.prepare(`${select} AND login = ?`),
      byPerson: database.prepare(`${select} AND person = ?`),
      all: database.prepare(`${select} ORDER BY login`),
      setPassword: database.prepare(`UPDATE accounts SET password = ?, must_change = ?, failures = 0, locked_until = NULL
        WHERE municipality = ? AND person = ?`),
      // While it is locked nothing is counted: guessing on must not lock it for longer.
      fail: database.prepare(`UPDATE accounts SET failures = (failures + 1) % @atMost,
        locked_until = CASE WHEN failures + 1 >= @atMost THEN @until END
        WHERE municipality = @municipality AND login = @login AND (locked_until IS NULL OR locked_until <= @now)`),
      succeed: database.prepare('UPDATE accounts SET failures = 0, locked_until = NULL WHERE municipality = ? AND login = ? AND failures > 0'),
      dropOf: database.prepare('DELETE FROM accounts WHERE municipality = ? AND person = ?'),
    };
  }

  /** A new account, whose password must be changed at first. */
  issue(municipality: string, login: string, person: string, password: string): void {
    this.#statements.issue.run(municipality, login, person, password);
  }

  byLogin(municipality: string, login: string): Account | undefined {
    return this.#accountOf(this.#statements.byLogin.get(municipality, login) as Row | undefined);
  }

  byPerson(municipality: string, person: string): Account | undefined {
    return this.#accountOf(this.#statements.byPerson.get(municipality, person) as Row | undefined);
  }

  all(municipality: string): readonly Account[] {
    return (this.#statements.all.all(municipality) as Row[]).flatMap((row) => this.#accountOf(row) ?? []);
  }

  /** Whoever sets a password also opens what was locked. */
  setPassword(municipality: string, person: string, password: string, { mustChange }: Pick<Account, 'mustChange'>): void {
    this.#statements.setPassword.run(password, mustChange ? 1 : 0, municipality, person);
  }

  /** Counts a wrong password. */
  fail(municipality: string, login: string): void {
    const now = this.clock.now();
    const until = new Date(Date.parse(now) + lockedForMs).toISOString();
    this.#statements.fail.run({ municipality, login, now, until, atMost: failuresAtMost });
  }

  /** Failures count only in a row. */
  succeed(municipality: string, login: string): void {
    this.#statements.succeed.run(municipality, login);
  }

  dropOf(municipality: string, person: string): void {
    this.#statements.dropOf.run(municipality, person);
  }

  #accountOf(row: Row | undefined): Account | undefined {
    if (row === undefined) return undefined;
    const { login, person, password, must_change: mustChange, locked_until: lockedUntil } = row;
    const isLocked = lockedUntil !== null && lockedUntil > this.clock.now();
    return { login, person, password, mustChange: mustChange === 1, ...(isLocked && { lockedUntil }) };
  }
}
