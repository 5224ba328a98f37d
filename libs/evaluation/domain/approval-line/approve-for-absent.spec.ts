import { describe, expect, it } from '@jest/globals';
import type { Sheet } from '../sheet.ts';
import { approval, as, atChief, atCoOwners, atDirector, atManager, due, given, judged, line, opened, submitted } from '../sheet-examples.ts';
import { approveForAbsent } from './approve-for-absent.ts';
import type { ApproveOver } from './approve-over.ts';

const reason = '部長不在のため';
const deciding = (post: string, change: Partial<ApproveOver> & { now?: string } = {}) => (sheet: Sheet) =>
  approveForAbsent({ ...as(post), basedOn: 2, reason, ...change }, sheet, due);
const absentDirector = { step: 'director', section: 'promotion', posts: ['director'] };
const forDirector = approval('director', 'manager', {
  approvedRevision: 6, way: 'for-absent', absent: [absentDirector], completes: true, judged, reason,
});

describe('approve for the absent holder of the last step', () => {
  it('records for whom, by which post, and why; the holder owes a look', () => {
    given(...atDirector).when(deciding('manager', { decidedOn: '2026-05-20' })).then({ ...forDirector, decidedOn: '2026-05-20' });
    expect(given(...atDirector, forDirector).state())
      .toMatchObject({
        phase: 'approved', toReview: [absentDirector],
        approvals: [{}, {}, {}, {}, { step: 'director', post: 'manager', way: 'for-absent' }],
      });
  });

  it('is judged as the last step is', () => {
    given(...atDirector).when(deciding('vice-manager', { now: '2026-07-10T15:00:00.000Z' }))
      .then({ ...forDirector, post: 'vice-manager', judged: { ...judged, late: true } });
  });

  it('refuses every step but the last', () => {
    given(...atChief).when(deciding('manager')).thenRejected('not-your-turn', { step: 'chief' });
    given(...atManager).when(deciding('chief')).thenRejected('not-your-turn', { step: 'manager' });
    given(...atCoOwners).when(deciding('chief')).thenRejected('not-your-turn', { step: 'co-owners' });
  });

  it('refuses all but those right below him in his own line: a chief under a manager, and another section', () => {
    for (const post of ['chief', 'tourism-manager']) given(...atDirector).when(deciding(post)).thenRejected('not-your-turn', { step: 'director' });
  });

  it('refuses who is of no earlier step, and the holder himself', () => {
    given(...atDirector).when(deciding('clerk')).thenRejected('not-your-turn', { step: 'director' });
    given(...atDirector).when(deciding('director')).thenRejected('not-your-turn', { step: 'director' });
    const both = [line[0], { ...line[3], parties: [{ section: 'promotion', posts: ['director', 'chief'] }] }] as typeof line;
    given(opened, { ...submitted, line: both }, approval('chief', 'chief')).when(deciding('chief'))
      .thenRejected('not-your-turn', { step: 'director' });
  });

  it('refuses in a line of one step: nobody stands before its holder', () => {
    given(opened, { ...submitted, line: line.slice(3) }).when(deciding('manager', { basedOn: 1 }))
      .thenRejected('not-your-turn', { step: 'director' });
  });

  it('refuses what the approver has not seen, then a day that there is not, then no reason', () => {
    given(...atDirector).when(deciding('manager', { basedOn: 7 })).thenRejected('based-on-the-future');
    given(...atDirector).when(deciding('manager', { basedOn: 1, decidedOn: 'never' })).thenRejected('sheet-changed-since');
    given(...atDirector).when(deciding('manager', { decidedOn: '2026-02-30', reason: '' })).thenRejected('day-wrong', { day: '2026-02-30' });
    given(...atDirector).when(deciding('manager', { reason: ' ' })).thenRejected('reason-missing');
  });

  it('refuses what is not submitted', () => {
    given(opened).when(deciding('manager')).thenRejected('wrong-phase', { phase: 'drafting' });
  });
});
