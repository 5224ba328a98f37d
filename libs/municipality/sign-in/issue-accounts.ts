import { isRejected, reject, type Rejected } from '../../kernel/decision.ts';
import { repeated, type Fault } from '../../kernel/fault.ts';
import { parseUuid } from '../../kernel/uuid.ts';
import { operatorAsker, type Asker } from '../../platform/access/asker.ts';
import type { AccountLog } from '../people/account-log.ts';
import type { KnownPeople } from '../people/known-people.ts';
import type { PeopleRecords } from '../people/people-records.ts';
import { loginPattern } from './accounts.ts';
import { firstPassword, hashPassword } from './password.ts';

export interface AccountToIssue {
  readonly person: string;
  readonly login: string;
}

/** What is printed and handed over; nobody is told the password again. */
export interface IssuedAccount extends AccountToIssue {
  readonly firstPassword: string;
}

interface People {
  readonly records: PeopleRecords;
  readonly known: KnownPeople;
  readonly accountLog: AccountLog;
}

/** The operator's way to the first account, for somebody who holds a post: for anybody else it would open nothing. */
export async function issueAccountByOperator(
  municipality: string, { person: asked, login }: AccountToIssue, people: People,
): Promise<IssuedAccount | Rejected> {
  if (!loginPattern.test(login)) {
    return reject('wrong-input', { errors: [{ field: 'login', message: 'must be 1 to 64 of a-z, 0-9 and . _ @ -, beginning with a letter or a digit' }] });
  }
  const office = await people.known.officeOf(municipality);
  if (office === undefined) return reject('municipality-unknown', { municipality });
  if (office.phase === 'closed') return reject('municipality-closed', { municipality });
  const person = parseUuid(asked) ?? asked;
  if (!office.appointments.some((one) => one.person === person)) return reject('person-without-post', { person });
  const issued = await issueAccounts(operatorAsker(municipality), [{ person, login }], people);
  if (isRejected(issued)) return issued;
  const [account] = issued.accounts;
  if (account === undefined) throw new Error('an account that was issued is gone');
  return account;
}

/** All of them are issued, or none. In this order: 'not-allowed', 'accounts-faulty'. */
export async function issueAccounts(
  asker: Asker, asked: readonly AccountToIssue[], { records, known, accountLog }: People,
): Promise<{ readonly accounts: readonly IssuedAccount[] } | Rejected> {
  const { municipality } = asker;
  const people = asked.map(({ person }) => person);
  const refused = await known.refusalOfAccounts(asker, people);
  if (refused !== undefined) return refused;
  const everybody = await known.everybody(municipality);
  const faulty = faultsOf(municipality, asked, everybody, records);
  if (faulty.length > 0) return reject('accounts-faulty', { faults: faulty });
  const issued: (IssuedAccount & { readonly kept: string })[] = [];
  for (const { person, login } of asked) {
    const password = firstPassword();
    // One after the other, so that a long list leaves room for people who sign in meanwhile.
    issued.push({ person, login, firstPassword: password, kept: await hashPassword(password) });
  }
  const untold = await accountLog.tell(asker, 'issue', people);
  if (untold !== undefined) return untold;
  return records.atOnce(() => {
    // That took a while, in which another may have issued one of them.
    const faults = faultsOf(municipality, asked, everybody, records);
    if (faults.length > 0) return reject('accounts-faulty', { faults });
    for (const { person, login, kept } of issued) records.accounts.issue(municipality, login, person, kept);
    return { accounts: issued.map(({ person, login, firstPassword: printed }) => ({ person, login, firstPassword: printed })) };
  });
}

function faultsOf(
  municipality: string, asked: readonly AccountToIssue[], everybody: ReadonlySet<string>, { accounts, people }: PeopleRecords,
): readonly Fault[] {
  const forgotten = people.forgotten(municipality);
  return [
    ...repeated('accounts', 'person', asked),
    ...repeated('accounts', 'login', asked),
    ...asked.flatMap(({ person, login }, index) => [
      ...(everybody.has(person) ? [] : [{ path: `accounts[${index}].person`, message: `${person} is not known here` }]),
      ...(forgotten.has(person) ? [{ path: `accounts[${index}].person`, message: `${person} was forgotten` }] : []),
      ...(accounts.byPerson(municipality, person) === undefined ? [] : [{ path: `accounts[${index}].person`, message: `${person} has an account` }]),
      ...(accounts.byLogin(municipality, login) === undefined ? [] : [{ path: `accounts[${index}].login`, message: `${login} is taken` }]),
    ]),
  ];
}
