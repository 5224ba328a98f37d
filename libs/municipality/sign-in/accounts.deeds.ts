import { reject } from '../../kernel/decision.ts';
import { deedOf } from '../people/beside-the-log.ts';
import type { Identity } from './identities.ts';
import { issueAccounts, type AccountToIssue } from './issue-accounts.ts';
import { firstPassword, hashPassword } from './password.ts';

export const IssueAccounts = deedOf({
  name: 'municipality.issue-accounts',
  do: ({ accounts }: { readonly accounts: readonly AccountToIssue[] }, { asker }, beside) => issueAccounts(asker, accounts, beside),
});

/** Without mail: the new first password is printed and handed over like the first. In this order: 'not-allowed', 'unknown'. */
export const ResetAccount = deedOf({
  name: 'municipality.reset-account',
  async do({ person }: { readonly person: string }, { asker }, { records, known, accountLog }) {
    const { municipality } = asker;
    const refused = await known.refusalOfAccounts(asker, [person]);
    if (refused !== undefined) return refused;
    const account = records.accounts.byPerson(municipality, person);
    if (account === undefined) return reject('unknown');
    const printed = firstPassword();
    const kept = await hashPassword(printed);
    const untold = await accountLog.tell(asker, 'reset', [person]);
    if (untold !== undefined) return untold;
    records.atOnce(() => {
      records.accounts.setPassword(municipality, person, kept, { mustChange: true });
      records.sessions.endOf(municipality, person);
      // Whoever had the password could have made himself one that outlives it.
      records.tokens.dropOf(municipality, person);
    });
    return { person, login: account.login, firstPassword: printed };
  },
});

/** In this order: 'not-allowed', 'unknown', 'identity-taken'. */
export const LinkIdentity = deedOf({
  name: 'municipality.link-identity',
  async do({ person, identity }: { readonly person: string; readonly identity: Identity }, { asker }, { records, known, accountLog }) {
    const { municipality } = asker;
    const refused = await known.refusalOfAccounts(asker, [person]);
    if (refused !== undefined) return refused;
    const everybody = await known.everybody(municipality);
    if (!everybody.has(person) || records.people.forgotten(municipality).has(person)) return reject('unknown');
    const linked = records.identities.personOf(municipality, identity);
    if (linked !== undefined) return linked === person ? undefined : reject('identity-taken');
    const untold = await accountLog.tell(asker, 'link', [person]);
    if (untold !== undefined) return untold;
    return records.identities.link(municipality, identity, person) ? undefined : reject('identity-taken');
  },
});
