import { describe, it } from '@jest/globals';
import { specify } from '../../../kernel/testing/given.ts';
import { committeeDecider } from '../committee.ts';
import { appointed, asking, withMembers } from '../committee-examples.ts';
import { appointMember } from './appoint-member.ts';

const { given } = specify(committeeDecider);
const uuid = '0192f0c4-7a3b-7c00-8000-000000000001';
const facts = { officePeople: new Set(['person aoki', 'person baba', 'person doi']) };
const appointing = (body: Parameters<typeof asking<{ person: string; from: string; to?: string }>>[0]) =>
  (state: Parameters<typeof appointMember>[1]) => appointMember(asking(body), state, facts);

describe('appoint a member', () => {
  it('records the person and the term, whose end may be open', () => {
    given(...withMembers).when(appointing({ person: uuid, from: '2026-04-01', to: '2028-03-31' })).then({ ...appointed('id of member'), person: uuid });
    given(...withMembers).when(appointing({ person: uuid, from: '2026-04-01' }))
      .then({ type: 'MemberAppointed', member: 'id of member', person: uuid, from: '2026-04-01' });
  });

  it('appoints again 再任 from the day after', () => {
    given(...withMembers).when(appointing({ person: 'person doi', from: '2026-05-20' }))
      .then({ type: 'MemberAppointed', member: 'id of member', person: 'person doi', from: '2026-05-20' });
  });

  it('refuses what could be a name', () => {
    given(...withMembers).when(appointing({ person: 'Aoki', from: '2026-04-01' })).thenRejected('person-unknown', { person: 'Aoki' });
    given(...withMembers).when(appointing({ person: uuid.replace('c4', 'C4'), from: '2026-04-01' })).thenRejected('person-unknown');
  });

  it('refuses days that there are not, and an end before the beginning', () => {
    given(...withMembers).when(appointing({ person: uuid, from: '2026-02-30' })).thenRejected('days-wrong');
    given(...withMembers).when(appointing({ person: uuid, from: '2026-05-01', to: '2026-04-30' })).thenRejected('days-wrong');
  });

  it.each([['on its last day', '2028-03-31', undefined], ['on its first', '2025-01-01', '2026-04-01'], ['around it', '2025-01-01', '2029-01-01']])(
    'refuses a term of the same person that meets another %s', (_where, from, to) => {
      given(...withMembers).when(appointing({ person: 'person aoki', from, ...(to !== undefined && { to }) }))
        .thenRejected('term-overlaps', { member: 'aoki', from: '2026-04-01', to: '2028-03-31' });
    });
});
