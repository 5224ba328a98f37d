import { describe, it } from '@jest/globals';
import { specify } from '../../../kernel/testing/given.ts';
import { committeeDecider } from '../committee.ts';
import { asking, called, formed, held, untilHeld, withMembers } from '../committee-examples.ts';
import { holdMeeting } from './hold-meeting.ts';

const { given } = specify(committeeDecider);
const { type: _, ...body } = held;
const holding = (change: object = {}) => (state: Parameters<typeof holdMeeting>[1]) => holdMeeting(asking({ ...body, ...change }), state, undefined);
const came = (...members: readonly string[]) => members.map((member) => ({ member, way: 'present' }));

describe('hold a meeting', () => {
  it('records who came, in person or online, and that everybody could look on', () => {
    given(...withMembers, called).when(holding({ closedFor: '書かなくてよい' })).then(held);
  });

  it('records why it was closed', () => {
    given(...withMembers, called).when(holding({ isOpen: false, closedFor: '個人情報を含むため' })).then({ ...held, isOpen: false, closedFor: '個人情報を含むため' });
    given(...withMembers, called).when(holding({ isOpen: false, closedFor: '　' })).thenRejected('reason-missing');
  });

  it('replaces what was recorded, until the minutes are published', () => {
    given(...untilHeld).when(holding({ attendance: came('chiba') })).then({ ...held, attendance: [{ member: 'chiba', way: 'present' }] });
    given(...untilHeld, { type: 'MinutesPublished', meeting: 'first' }).when(holding()).thenRejected('minutes-published');
  });

  it('begins with its day in Japan', () => {
    given(...withMembers, { ...called, on: '2026-05-21' }).when(holding({ now: '2026-05-20T14:59:59.999Z' })).thenRejected('meeting-ahead', { on: '2026-05-21' });
    given(...withMembers, { ...called, on: '2026-05-21' }).when(holding({ now: '2026-05-20T15:00:00.000Z' })).then(held);
  });

  it.each([
    ['whose term was over', called, ['doi']], ['whose term is to come', called, ['eguchi']], ['who is named twice', called, ['aoki', 'aoki']],
    ['who is not of the sub-group', { ...called, subgroup: 'industry' }, ['aoki']],
  ])('refuses one %s', (_who, meeting, members) => {
    given(...withMembers, formed, meeting).when(holding({ attendance: came(...members) })).thenRejected('attendance-wrong', { members: members.slice(-1) });
  });
});
