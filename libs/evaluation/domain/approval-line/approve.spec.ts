import { describe, expect, it } from '@jest/globals';
import type { Sheet } from '../sheet.ts';
import {
  answered, approval, approved, as, atChief, atCoOwners, atDirector, atManager, due, given, judged, opened, replaced, sentBack, submitted,
} from '../sheet-examples.ts';
import { approve } from './approve.ts';
import type { Deciding } from './deciding.ts';

const approving = (post: string, change: Partial<Deciding> & { now?: string } = {}) => (sheet: Sheet) =>
  approve({ ...as(post), basedOn: 2, ...change }, sheet, due);
const tourism = approval('co-owners', 'tourism-manager', { approvedRevision: 4 });

describe('approve in one\'s turn', () => {
  it('records the step, the party, the post, and the revision that was approved', () => {
    given(...atChief).when(approving('chief')).then(approval('chief', 'chief'));
    given(...atManager).when(approving('vice-manager')).then(approval('manager', 'vice-manager', { approvedRevision: 3 }));
  });

  it('records the day of the decision and the number of its document', () => {
    given(...atChief).when(approving('chief', { decidedOn: '2026-05-19', documentNumber: '8産振第12号' }))
      .then(approval('chief', 'chief', { decidedOn: '2026-05-19', documentNumber: '8産振第12号' }));
  });

  it('asks all parties of 合議, in whatever order', () => {
    given(...atCoOwners).when(approving('trade-manager')).then(approval('co-owners', 'trade-manager', { approvedRevision: 4 }));
    given(...atCoOwners, tourism).when(approving('director')).thenRejected('not-your-turn', { step: 'co-owners' });
    given(...atCoOwners, tourism).when(approving('trade-manager')).then(approval('co-owners', 'trade-manager', { approvedRevision: 5 }));
    expect(given(...atDirector).state()).toMatchObject({ phase: 'submitted', at: 3 });
  });

  it('completes the line with its last step, judged by the deadline in force then', () => {
    given(...atDirector).when(approving('director', { now: '2026-07-10T15:00:00.000Z' }))
      .then(approval('director', 'director', { approvedRevision: 6, completes: true, judged: { ...judged, late: true } }));
    given(...atDirector).when((sheet) => approve({ ...as('director'), basedOn: 2 }, sheet, { cycleRevision: 5 }))
      .then(approval('director', 'director', { approvedRevision: 6, completes: true }));
  });

  it('needs nobody to have seen what others decided meanwhile', () => {
    given(...atDirector).when(approving('director', { basedOn: 2 }))
      .then(approval('director', 'director', { approvedRevision: 6, completes: true, judged }));
  });

  it('refuses whose turn it is not: of a later step, of a step that is done, of no step', () => {
    for (const post of ['manager', 'director', 'clerk']) {
      given(...atChief).when(approving(post)).thenRejected('not-your-turn', { step: 'chief' });
    }
    given(...atManager).when(approving('chief')).thenRejected('not-your-turn', { step: 'manager' });
    given(...atCoOwners, tourism).when(approving('tourism-manager')).thenRejected('not-your-turn', { step: 'co-owners' });
  });

  it('refuses a revision that is not there yet', () => {
    given(...atChief).when(approving('chief', { basedOn: 3 })).thenRejected('based-on-the-future');
  });

  it('refuses who has not seen the last submission, the figures that were replaced, or why it came back', () => {
    given(...atChief, sentBack, submitted).when(approving('chief', { basedOn: 2 })).thenRejected('sheet-changed-since');
    given(...atManager, replaced({ post: 'chief' })).when(approving('manager', { basedOn: 3 })).thenRejected('sheet-changed-since');
    given(...atManager, { ...sentBack, to: 'chief' }).when(approving('chief', { basedOn: 3 })).thenRejected('sheet-changed-since');
  });

  it('refuses a day that there is not', () => {
    given(...atChief).when(approving('chief', { decidedOn: '2026-02-30' })).thenRejected('day-wrong', { day: '2026-02-30' });
  });

  it('tells the phase first, then the turn, then what was seen, then the day', () => {
    given(opened, answered).when(approving('clerk')).thenRejected('wrong-phase', { phase: 'drafting' });
    given(...approved).when(approving('director')).thenRejected('wrong-phase', { phase: 'approved' });
    given(...atChief).when(approving('clerk', { basedOn: 9 })).thenRejected('not-your-turn');
    given(...atChief).when(approving('chief', { basedOn: 1, decidedOn: 'never' })).thenRejected('sheet-changed-since');
  });
});
