import { reject } from '../../kernel/decision.ts';
import { deedOf, questionOf } from './beside-the-log.ts';

export const ListTokens = questionOf({
  name: 'municipality.list-tokens',
  do: (_: object, { asker: { municipality, actor } }, { records }) => ({ tokens: records.tokens.of(municipality, actor) }),
});

/** A token for who asks; this once it is shown. */
export const IssueToken = deedOf({
  name: 'municipality.issue-token',
  do: ({ label }: { readonly label: string }, { asker: { municipality, actor } }, { records }) =>
    ({ token: records.tokens.add(municipality, actor, label) }),
});

export const WithdrawToken = deedOf({
  name: 'municipality.withdraw-token',
  do: ({ token }: { readonly token: string }, { asker: { municipality, actor } }, { records }) =>
    (records.tokens.withdraw(municipality, actor, token) ? undefined : reject('unknown')),
});
