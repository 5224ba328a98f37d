import { describe, expect, it } from '@jest/globals';
import { specify } from '../../kernel/testing/given.ts';
import { municipalityDecider } from './municipality.ts';
import type { MunicipalityFounded } from './municipality.events.ts';
import { asking, founded, named } from './office-examples.ts';
import { recordAccountDeed, type AccountDeed } from './record-account-deed.ts';

const { given } = specify(municipalityDecider);

/** Aoki was the auditor until yesterday; the director audits as well. */
const withKeepers: MunicipalityFounded = {
  ...founded,
  posts: [
    ...founded.posts,
    { id: 'audit', section: 'tourism', title: named('監査'), role: 'auditor' },
    { id: 'former-audit', section: 'tourism', title: named('監査'), role: 'auditor' },
    { id: 'system', section: 'tourism', title: named('管理'), role: 'admin' },
    { id: 'papers', section: 'tourism', title: named('事務局'), role: 'secretariat' },
  ],
  appointments: [
    ...founded.appointments,
    { id: 'audit-1', post: 'audit', person: 'kato', from: '2026-05-20' },
    { id: 'director-1', post: 'director', person: 'kato' },
    { id: 'former-1', post: 'former-audit', person: 'aoki', to: '2026-05-19' },
    { id: 'system-1', post: 'system', person: 'mori', to: '2026-05-20' },
    { id: 'papers-1', post: 'papers', person: 'sato' },
  ],
};

const by = (role: string, people: readonly string[], deed: AccountDeed = 'reset') =>
  given(withKeepers).when((state) => recordAccountDeed({ ...asking({ deed, people }), role }, state));

describe('record what is done to an account', () => {
  it.each([
    ['issue', 'AccountIssued'], ['reset', 'AccountReset'], ['link', 'IdentityLinked'], ['forget', 'PersonForgotten'],
  ] as const)('records of each person that it was done: %s', (deed, type) => {
    by('secretariat', ['baba', 'nobody-yet'], deed).then({ type, person: 'baba' }, { type, person: 'nobody-yet' });
  });

  it('records it every time, and keeps nothing of it', () => {
    const reset = { type: 'AccountReset', person: 'baba' } as const;
    given(founded, reset).when((state) => recordAccountDeed(asking({ deed: 'reset', people: ['baba'] }), state)).then(reset);
    expect(given(founded, reset).state()).toEqual(given(founded).state());
  });

  it('is refused of the auditor to everybody but the operator, whatever else he is', () => {
    for (const role of ['secretariat', 'admin']) by(role, ['baba', 'kato', 'sato']).thenRejected('not-allowed', { people: ['kato'] });
    by('operator', ['kato']).then({ type: 'AccountReset', person: 'kato' });
  });

  it('is refused of an admin to everybody but an admin and the operator', () => {
    by('secretariat', ['mori', 'kato']).thenRejected('not-allowed', { people: ['mori', 'kato'] });
    for (const role of ['admin', 'operator']) by(role, ['mori']).then({ type: 'AccountReset', person: 'mori' });
  });

  it('goes by the posts of today', () => {
    by('secretariat', ['aoki']).then({ type: 'AccountReset', person: 'aoki' });
  });

  it('is refused once the municipality is closed', () => {
    given(founded, { type: 'MunicipalityClosed' }).when((state) => recordAccountDeed(asking({ deed: 'issue', people: ['baba'] }), state))
      .thenRejected('municipality-closed');
  });
});
