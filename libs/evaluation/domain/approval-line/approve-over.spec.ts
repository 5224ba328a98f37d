import { describe, expect, it } from '@jest/globals';
import type { Sheet } from '../sheet.ts';
import {
  absentChief, approval, approvedOverChief, as, atChief, atCoOwners, atManager, due, given, judged, line, opened, submitted,
} from '../sheet-examples.ts';
import { approveOver, type ApproveOver } from './approve-over.ts';

const reason = '出張中のため';
const passing = (post: string, change: Partial<ApproveOver> = {}) => (sheet: Sheet) =>
  approveOver({ ...as(post), basedOn: 2, reason, ...change }, sheet, due);
const tourism = approval('co-owners', 'tourism-manager', { approvedRevision: 4 });
const absentManager = { step: 'manager', section: 'promotion', posts: ['manager', 'vice-manager'] };
const plainLine = [opened, { ...submitted, line: line.filter(({ ofCoOwners }) => !ofCoOwners) }] as const;

describe('approve over an absent step', () => {
  it('records who was passed over, and why', () => {
    given(...atChief).when(passing('manager', { documentNumber: '8産振第12号' })).then({ ...approvedOverChief, documentNumber: '8産振第12号' });
  });

  it('takes the step that decided as done; whoever was absent owes a look, and no approval any more', () => {
    expect(given(...atChief, approvedOverChief).state())
      .toMatchObject({ phase: 'submitted', at: 2, toReview: [absentChief], approvals: [{ step: 'manager', way: 'over' }] });
  });

  it('passes over several steps at once', () => {
    given(...plainLine).when(passing('director', { basedOn: 1 })).then(approval('director', 'director', {
      approvedRevision: 1, way: 'over', completes: true, judged, reason, absent: [absentChief, absentManager],
    }));
  });

  it('refuses to pass over another section: 合議 is asked of it', () => {
    given(...atCoOwners, tourism).when(passing('director')).thenRejected('not-your-turn', { step: 'co-owners' });
    given(...atManager).when(passing('director')).thenRejected('not-your-turn', { step: 'co-owners' });
  });

  it('refuses another section that would pass over the own one', () => {
    given(...atManager).when(passing('trade-manager')).thenRejected('not-your-turn', { step: 'manager' });
  });

  it('refuses who is of no later step', () => {
    given(...atManager).when(passing('chief')).thenRejected('not-your-turn', { step: 'manager' });
    given(...atManager).when(passing('manager')).thenRejected('not-your-turn', { step: 'manager' });
    given(...atChief).when(passing('clerk')).thenRejected('not-your-turn', { step: 'chief' });
  });

  it('refuses who would pass over himself: a chief of two steps decides each in its turn', () => {
    const twice = [line[0], { ...line[3], parties: [{ section: 'promotion', posts: ['director', 'chief'] }] }] as typeof line;
    given(opened, { ...submitted, line: twice }).when(passing('chief', { basedOn: 1 })).thenRejected('not-your-turn', { step: 'chief' });
  });

  it('refuses what the approver has not seen, and a day that there is not', () => {
    given(...atChief).when(passing('manager', { basedOn: 3 })).thenRejected('based-on-the-future');
    given(...atChief).when(passing('manager', { basedOn: 1 })).thenRejected('sheet-changed-since');
    given(...atChief).when(passing('manager', { decidedOn: '2026-13-01' })).thenRejected('day-wrong', { day: '2026-13-01' });
  });

  it('refuses without a reason, after all else', () => {
    given(...atChief).when(passing('manager', { reason: '　' })).thenRejected('reason-missing');
    given(...atChief).when(passing('manager', { reason: '', decidedOn: 'never' })).thenRejected('day-wrong');
    given(...atChief).when(passing('clerk', { reason: '', basedOn: 9 })).thenRejected('not-your-turn');
  });

  it('refuses what is not submitted', () => {
    given(opened).when(passing('manager')).thenRejected('wrong-phase', { phase: 'drafting' });
  });
});
