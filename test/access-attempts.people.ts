import { isRejected } from '../libs/kernel/decision.ts';
import { RecordAccountDeed } from '../libs/municipality/commands.ts';
import { municipalityStream } from '../libs/municipality/domain/municipality.ts';
import { AccountLog } from '../libs/municipality/people/account-log.ts';
import { KnownPeople } from '../libs/municipality/people/known-people.ts';
import { PeopleRecords } from '../libs/municipality/people/people-records.ts';
import { issueAccounts } from '../libs/municipality/sign-in/issue-accounts.ts';
import { operatorAsker } from '../libs/platform/access/asker.ts';
import { byRunner, mayOf, ofOffice, type Attempting, type Attempts } from './access-attempt.ts';
import { municipality, type AccessOffice } from './access-office.ts';

/** People, their accounts, and what everybody keeps of his own. */
export function peopleAttempts(opened: AccessOffice): Attempts {
  const { house, office } = opened;
  const helper = office.at('other-secretariat');
  const { privateStore, clock, clocks, states, runner } = house.installation;
  const records = new PeopleRecords(privateStore, clock);
  const people = { records, known: new KnownPeople(records, states, clocks), accountLog: new AccountLog(runner) };
  let count = 0;

  const newPerson = async (): Promise<string> =>
    (await helper.post('people', { people: [{ name: `新人 ${++count}` }] }).expect(200)).body.people[0].id;
  // The operator alone may give everybody one.
  const newAccount = async (person: string): Promise<string> => {
    const issued = await issueAccounts(operatorAsker(municipality), [{ person, login: `login-${++count}` }], people);
    if (isRejected(issued)) throw new Error(`${person} was given no account: ${JSON.stringify(issued)}`);
    return issued.accounts[0]?.firstPassword as string;
  };
  // To compute with a password takes a while, so that what was refused is tried again with the same person.
  let toIssue: Promise<string> | undefined;
  let toReset: Promise<string> | undefined;
  let toForget: Promise<string> | undefined;
  const passwords = new Map<string, string>();

  const changesPassword = async ({ person, asker: { role } }: Attempting): Promise<boolean> => {
    const current = passwords.get(person.id) ?? (role === 'public' ? 'the password of nobody' : await newAccount(person.id));
    const next = `a long enough password ${++count}`;
    const isDone = await mayOf(person.put('session/password', { current, next }));
    passwords.set(person.id, isDone ? next : current);
    return isDone;
  };

  return {
    'municipality.sign-out': ofOffice(({ person }) => mayOf(person.delete('session'))),
    'municipality.change-password': ofOffice(changesPassword),
    'municipality.list-tokens': ofOffice(({ person }) => mayOf(person.get('tokens'))),
    'municipality.issue-token': ofOffice(({ person }) => mayOf(person.post('tokens', { label: 'script' }))),
    'municipality.withdraw-token': ofOffice(({ person }) => {
      const label = `to withdraw ${++count}`;
      records.tokens.add(municipality, person.id, label);
      const token = records.tokens.of(municipality, person.id).find((one) => one.label === label)?.id as string;
      return mayOf(person.delete(`tokens/${token}`));
    }),
    'municipality.name-people': ofOffice(({ person }) => mayOf(person.post('people', { people: [{ name: '新人' }] }))),
    'municipality.forget-person': ofOffice(async ({ person }) => {
      toForget ??= newPerson();
      const isDone = await mayOf(person.post(`people/${await toForget}/forget`));
      if (isDone) toForget = undefined;
      return isDone;
    }),
    'municipality.issue-accounts': ofOffice(async ({ person }) => {
      toIssue ??= newPerson();
      const isDone = await mayOf(person.post('accounts', { accounts: [{ person: await toIssue, login: `login-${++count}` }] }));
      if (isDone) toIssue = undefined;
      return isDone;
    }),
    'municipality.reset-account': ofOffice(async ({ person }) => {
      toReset ??= newPerson().then(async (id) => { await newAccount(id); return id; });
      return mayOf(person.post(`accounts/${await toReset}/reset`));
    }),
    'municipality.link-identity': ofOffice(({ person }) =>
      mayOf(person.post(`accounts/${helper.id}/identity`, { issuer: 'https://id.example.jp', subject: 'helper' }))),
    'municipality.record-account-deed': byRunner(
      (asking) => new RecordAccountDeed(municipalityStream(municipality), asking, { deed: 'reset', people: [helper.id] }), opened),
    'municipality.list-people': ofOffice(({ person }) => mayOf(person.get('people'))),
  };
}
