import type { Clock } from '../../kernel/clock.ts';
import { reject, type Rejected } from '../../kernel/decision.ts';
import type { WhoAsks } from '../../platform/access/asker.ts';
import type { PeopleRecords } from '../people/people-records.ts';
import { AttemptLimit } from './attempt-limit.ts';
import { hashPassword, isPassword, nobodysPassword, passwordFault } from './password.ts';

const countedForMs = 5 * 60_000;
const attemptsByLogin = 20;
/** A whole town hall may come from one address. */
const attemptsByAddress = 100;

/** A session that was just begun: what the browser keeps, and whose it is. */
export interface BegunSession {
  readonly session: string;
  readonly person: string;
  readonly mustChangePassword: boolean;
}

/** The only way to a session. Whatever is wrong, it says only that it failed, and takes as long. */
export class SignIn {
  readonly #byLogin: AttemptLimit;
  readonly #byAddress: AttemptLimit;

  constructor(private readonly records: PeopleRecords, private readonly whoAsks: WhoAsks, clock: Clock) {
    this.#byLogin = new AttemptLimit(attemptsByLogin, countedForMs, clock);
    this.#byAddress = new AttemptLimit(attemptsByAddress, countedForMs, clock);
  }

  async withPassword(
    municipality: string, { login, password }: { readonly login: string; readonly password: string }, address: string,
  ): Promise<BegunSession | Rejected> {
    const typed = login.normalize('NFKC').toLowerCase();
    const refused = this.attempt(address) ?? this.#attemptFor(municipality, typed);
    if (refused !== undefined) return refused;
    if (!await this.#proves(municipality, typed, password)) return reject('sign-in-failed');
    const account = this.records.accounts.byLogin(municipality, typed);
    if (account === undefined || !await this.whoAsks.worksHere(municipality, account.person)) return reject('sign-in-failed');
    this.#byLogin.giveBack(keyOf(municipality, typed));
    return this.begin(municipality, account.person, { mustChange: account.mustChange, address });
  }

  /** In this order: 'password-unfit', 'too-many-attempts', 'password-wrong'. */
  async changePassword(
    municipality: string, person: string, { current, next }: { readonly current: string; readonly next: string },
  ): Promise<Rejected | undefined> {
    const account = this.records.accounts.byPerson(municipality, person);
    if (account === undefined) return reject('unknown');
    const fault = passwordFault(next, current, account.login);
    if (fault !== undefined) return reject('password-unfit', { reason: fault });
    const refused = this.#attemptFor(municipality, account.login);
    if (refused !== undefined) return refused;
    if (!await this.#proves(municipality, account.login, current)) return reject('password-wrong');
    const kept = await hashPassword(next);
    // Computing took a while; a password that was reset meanwhile is not overwritten by who knew the old one.
    if (this.records.accounts.byPerson(municipality, person)?.password !== account.password) return reject('password-wrong');
    this.records.accounts.setPassword(municipality, person, kept, { mustChange: false });
    this.#byLogin.giveBack(keyOf(municipality, account.login));
    return undefined;
  }

  /** For somebody who has shown who he is, here or elsewhere. */
  begin(municipality: string, person: string, { mustChange, address }: { readonly mustChange: boolean; readonly address: string }): BegunSession {
    this.#byAddress.giveBack(address);
    const session = this.records.sessions.begin(municipality, { person, mustChange });
    return { session, person, mustChangePassword: mustChange };
  }

  /** Counts an attempt from an address. */
  attempt(address: string): Rejected | undefined {
    return tooMany(this.#byAddress.take(address));
  }

  #attemptFor(municipality: string, login: string): Rejected | undefined {
    return tooMany(this.#byLogin.take(keyOf(municipality, login)));
  }

  /** Whether this is the password of an account that is not locked; counts when it is not. */
  async #proves(municipality: string, login: string, password: string): Promise<boolean> {
    const { accounts } = this.records;
    const before = accounts.byLogin(municipality, login);
    const isRight = await isPassword(password, before?.password ?? nobodysPassword);
    if (!isRight) accounts.fail(municipality, login);
    // Computing took a while, in which other guesses may have locked the account, or somebody reset it.
    const after = accounts.byLogin(municipality, login);
    if (!isRight || after === undefined || after.lockedUntil !== undefined || after.password !== before?.password) return false;
    accounts.succeed(municipality, login);
    return true;
  }
}

function keyOf(municipality: string, login: string): string {
  return `${municipality} ${login}`;
}

function tooMany(retryAfterSeconds: number | undefined): Rejected | undefined {
  return retryAfterSeconds === undefined ? undefined : reject('too-many-attempts', { retryAfterSeconds });
}
