import { describe, expect, it } from '@jest/globals';
import { approveResponse, type ApproveResponse } from './approve-response.ts';
import type { Recommendation } from './recommendation.ts';
import { adopted, answered, approval, as, atDirector, atManager, given, onLine, sentBack, submitted, written } from './recommendation-examples.ts';

const approving = (post: string, change: Partial<ApproveResponse> = {}) => (recommendation: Recommendation) =>
  approveResponse({ ...as(post), basedOn: 2, ...change }, recommendation);
const reason = '出張中のため';
const party = (step: string) => ({ step, section: 'promotion', posts: [step] });

describe('approve the response', () => {
  it('records the step, and with the last one that the line is done', () => {
    given(...onLine).when(approving('chief')).then(approval('chief'));
    given(...atDirector).when(approving('director')).then(approval('director', { approvedRevision: 4, completes: true }));
    expect(given(...atDirector).state()).toMatchObject({ phase: 'on-line', round: { at: 2 } });
    expect(given(...answered).state()).toMatchObject({ phase: 'answered' });
  });

  it('records who was passed over, and why', () => {
    given(...onLine).when(approving('manager', { way: 'over', reason }))
      .then(approval('manager', { way: 'over', absent: [party('chief')], reason }));
    given(...atDirector).when(approving('manager', { way: 'for-absent', reason })).then(
      { ...approval('manager', { approvedRevision: 4, way: 'for-absent', absent: [party('director')], completes: true, reason }), step: 'director' });
  });

  it('refuses whose turn it is not', () => {
    given(...onLine).when(approving('manager')).thenRejected('not-your-turn', { step: 'chief' });
    given(...atManager).when(approving('chief')).thenRejected('not-your-turn', { step: 'manager' });
  });

  it('refuses what he has not seen: written, submitted or sent back since', () => {
    given(...onLine).when(approving('chief', { basedOn: 1 })).thenRejected('sheet-changed-since');
    given(...onLine, sentBack, submitted).when(approving('chief', { basedOn: 3 })).thenRejected('sheet-changed-since');
    given(...onLine).when(approving('chief', { basedOn: 3 })).thenRejected('based-on-the-future');
  });

  it('refuses out of turn without a reason', () => {
    given(...onLine).when(approving('manager', { way: 'over', reason: ' ' })).thenRejected('reason-missing');
  });

  it('tells the phase first, then the turn, then what was seen, then the reason', () => {
    given(adopted, written).when(approving('nobody')).thenRejected('wrong-phase', { phase: 'answering' });
    given(...onLine).when(approving('nobody', { basedOn: 0 })).thenRejected('not-your-turn');
    given(...onLine).when(approving('manager', { way: 'over', basedOn: 0 })).thenRejected('sheet-changed-since');
  });
});
