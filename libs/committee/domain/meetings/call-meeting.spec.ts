import { describe, expect, it } from '@jest/globals';
import { specify } from '../../../kernel/testing/given.ts';
import { committeeDecider } from '../committee.ts';
import { asking, called, formed, withMembers } from '../committee-examples.ts';
import { callMeeting } from './call-meeting.ts';

const { given } = specify(committeeDecider);
const body = { way: 'meeting', on: '2026-05-20', place: '第1会議室', agenda: [{ title: '委員長挨拶' }, { title: '施策1', sheet: '2026-1' }] } as const;
const calling = (change: object = {}) => (state: Parameters<typeof callMeeting>[1]) => callMeeting(asking({ ...body, ...change }), state, undefined);
const agenda = [{ id: 'id of item 0', title: '委員長挨拶' }, { id: 'id of item 1', title: '施策1', sheet: '2026-1' }];
const recorded = { ...called, meeting: 'id of meeting', agenda };

describe('call a meeting', () => {
  it('records its day, its place and its agenda', () => {
    given(...withMembers).when(calling()).then(recorded);
  });

  it('may be of a sub-group, and go round from one day to another', () => {
    given(...withMembers, formed).when(calling({ way: 'circulation', until: '2026-05-27', subgroup: 'industry' }))
      .then({ ...recorded, way: 'circulation', until: '2026-05-27', subgroup: 'industry' });
  });

  it('refuses a sub-group that there is not', () => {
    given(...withMembers).when(calling({ subgroup: 'industry' })).thenRejected('subgroup-unknown', { subgroup: 'industry' });
  });

  it.each([
    [{ on: '2026-02-30' }, 'on'], [{ until: '2026-05-27' }, 'until'], [{ way: 'circulation' }, 'until'],
    [{ way: 'circulation', until: '2026-06-31' }, 'until'], [{ way: 'circulation', until: '2026-05-19' }, 'until'],
  ])('refuses days that there are not, or out of order: %j', (days, path) => {
    given(...withMembers).when(calling(days)).thenRejected('days-wrong', { faults: [{ path, message: expect.any(String) as unknown }] });
  });
});
