import { describe, it } from '@jest/globals';
import { specify } from '../../../kernel/testing/given.ts';
import { committeeDecider } from '../committee.ts';
import { asking, withMembers } from '../committee-examples.ts';
import { endMembership } from './end-membership.ts';

const { given } = specify(committeeDecider);
const ending = (member: string, to: string, reason = '転居のため') => (state: Parameters<typeof endMembership>[1]) =>
  endMembership(asking({ member, to, reason }), state, undefined);

describe('end a membership', () => {
  it('records the last day, with the reason', () => {
    given(...withMembers).when(ending('aoki', '2026-05-20')).then({ type: 'MembershipEnded', member: 'aoki', to: '2026-05-20', reason: '転居のため' });
    given(...withMembers).when(ending('baba', '2026-05-20')).then({ type: 'MembershipEnded', member: 'baba', to: '2026-05-20', reason: '転居のため' });
  });

  it('stays quiet when that is its last day', () => {
    given(...withMembers).when(ending('aoki', '2028-03-31')).thenNothing();
  });

  it('refuses who is no member, a day before the term or none, a later end, and no reason', () => {
    given(...withMembers).when(ending('nobody', '2026-05-20')).thenRejected('member-unknown', { members: ['nobody'] });
    given(...withMembers).when(ending('aoki', '2026-03-31')).thenRejected('days-wrong');
    given(...withMembers).when(ending('aoki', '2026-04-31')).thenRejected('days-wrong');
    given(...withMembers).when(ending('aoki', '2028-04-01', ' ')).thenRejected('membership-ended', { to: '2028-03-31' });
    given(...withMembers).when(ending('aoki', '2026-05-20', '　')).thenRejected('reason-missing');
  });
});
