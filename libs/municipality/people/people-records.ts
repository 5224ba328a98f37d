import type Database from 'better-sqlite3';
import type { Clock } from '../../kernel/clock.ts';
import type { PrivateStore } from '../../platform/private-store/private-store.ts';
import { PersonNumbers, personNumberTables } from '../import/person-numbers.ts';
import { Accounts, accountTables } from '../sign-in/accounts.ts';
import { Identities, identityTables } from '../sign-in/identities.ts';
import { Sessions, sessionTables } from '../sign-in/sessions.ts';
import { SignInsElsewhere, signInElsewhereTables } from '../sign-in/sign-ins-elsewhere.ts';
import { People, peopleTables } from './people.ts';
import { Tokens, tokenTables } from './tokens.ts';

export const peopleRecordsTables: readonly string[] = [
  ...peopleTables, ...tokenTables, ...accountTables, ...sessionTables, ...identityTables, ...signInElsewhereTables,
  ...personNumberTables,
];

/** Everything about people that stands beside the log. */
export class PeopleRecords {
  readonly people: People;
  readonly tokens: Tokens;
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly identities: Identities;
  readonly signInsElsewhere: SignInsElsewhere;
  readonly numbers: PersonNumbers;
  readonly #database: Database.Database;

  constructor(store: PrivateStore, private readonly clock: Clock) {
    this.people = new People(store);
    this.tokens = new Tokens(store);
    this.accounts = new Accounts(store, clock);
    this.sessions = new Sessions(store, clock);
    this.identities = new Identities(store);
    this.signInsElsewhere = new SignInsElsewhere(store, clock);
    this.numbers = new PersonNumbers(store);
    this.#database = store.database;
  }

  /** All of it is kept, or nothing. */
  atOnce<Answer>(work: () => Answer): Answer {
    return this.#database.transaction(work)();
  }

  /** Takes away by what a person could be known or sign in. What he did stays in the log, under an id that says nothing. */
  forget(municipality: string, person: string): void {
    this.atOnce(() => {
      this.people.forget(municipality, person, this.clock.now());
      for (const drawer of [this.tokens, this.accounts, this.identities, this.numbers]) drawer.dropOf(municipality, person);
      this.sessions.endOf(municipality, person);
    });
  }

  /** Nobody who was signed in is so any longer. */
  endEverySession(): void {
    this.sessions.endAll();
    this.signInsElsewhere.dropAll();
  }
}
