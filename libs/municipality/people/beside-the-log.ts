import type { Provider } from '@nestjs/common';
import { Command, CommandHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { reject, type Rejected } from '../../kernel/decision.ts';
import { AccessTable } from '../../platform/access/access-table.ts';
import { WhoAsks, type Asker, type Credential } from '../../platform/access/asker.ts';
import { nameClass } from '../../platform/commands/verb.ts';
import { AccountLog } from './account-log.ts';
import { KnownPeople } from './known-people.ts';
import { PeopleRecords } from './people-records.ts';
import { SignIn } from '../sign-in/sign-in.ts';

/** What deeds of this kind work with. */
export interface BesideLog {
  readonly records: PeopleRecords;
  readonly known: KnownPeople;
  readonly whoAsks: WhoAsks;
  readonly signIn: SignIn;
  readonly accountLog: AccountLog;
}

/** Who asks, and by what he showed it. */
export interface AskedBy {
  readonly asker: Asker;
  readonly credential: Credential;
}

/** A deed or a question about people: what it is about may not be in the log, so neither goes through the runner. */
interface Deed<Body extends object, Answer> {
  readonly name: string;
  do(body: Body, by: AskedBy, beside: BesideLog): Promise<Answer | Rejected> | Answer | Rejected;
}

export interface DeedCommand<Body extends object, Answer> {
  new (by: AskedBy, body: Body): Command<Answer | Rejected>;
  readonly verb: Deed<Body, Answer>;
}

export interface DeedQuery<Body extends object, Answer> {
  new (by: AskedBy, body: Body): Query<Answer | Rejected>;
  readonly question: Deed<Body, Answer>;
}

/** The Nest command class of a deed beside the log. */
export function deedOf<Body extends object, Answer>(deed: Deed<Body, Answer>): DeedCommand<Body, Answer> {
  class Asking extends Command<Answer | Rejected> {
    static readonly verb = deed;
    constructor(readonly by: AskedBy, readonly body: Body) { super(); }
  }
  return nameClass(Asking, deed.name);
}

/** The Nest query class of a question that the private store answers. */
export function questionOf<Body extends object, Answer>(deed: Deed<Body, Answer>): DeedQuery<Body, Answer> {
  class Asking extends Query<Answer | Rejected> {
    static readonly question = deed;
    constructor(readonly by: AskedBy, readonly body: Body) { super(); }
  }
  return nameClass(Asking, deed.name);
}

/** Each of them is done by its own function, for whom the access table lets. */
export function handlesBesideLog(...classes: readonly (DeedCommand<never, unknown> | DeedQuery<never, unknown>)[]): Provider[] {
  return classes.map((type) => {
    const deed = ('verb' in type ? type.verb : type.question) as unknown as Deed<object, unknown>;
    class Handler {
      constructor(private readonly beside: BesideLog, private readonly access: AccessTable) {}

      async execute({ by, body }: { readonly by: AskedBy; readonly body: object }): Promise<unknown> {
        return this.access.may(deed.name, by.asker, {}) ? deed.do(body, by, this.beside) : reject('not-allowed');
      }
    }
    const named = nameClass(Handler, `${deed.name}-handler`);
    if ('verb' in type) CommandHandler(type)(named);
    else QueryHandler(type)(named);
    return {
      provide: Handler,
      useFactory: (records: PeopleRecords, known: KnownPeople, whoAsks: WhoAsks, signIn: SignIn, accountLog: AccountLog, access: AccessTable) =>
        new Handler({ records, known, whoAsks, signIn, accountLog }, access),
      inject: [PeopleRecords, KnownPeople, WhoAsks, SignIn, AccountLog, AccessTable],
    };
  });
}
