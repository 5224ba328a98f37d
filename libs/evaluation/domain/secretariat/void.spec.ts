import { describe, expect, it } from '@jest/globals';
import type { Sheet } from '../sheet.ts';
import { accepted, asSecretariat, atChief, approvedOverChief, given, opened, replaced, voided } from '../sheet-examples.ts';
import { concluded, handedOver } from '../stages/stage-examples.ts';
import { voidSheet } from './void.ts';

const voiding = (reason = voided.reason) => (sheet: Sheet) => voidSheet({ ...asSecretariat, reason }, sheet, { form: { schemeVersion: 2 } });

describe('void a sheet', () => {
  it('records why, from every phase', () => {
    for (const history of [[opened], atChief, accepted, handedOver, concluded]) given(...history).when(voiding()).then(voided);
  });

  it('keeps what was written, and nobody owes anything any more', () => {
    const state = given(...atChief, approvedOverChief, replaced({ post: 'manager' }), voided).state();
    expect(state).toMatchObject({ phase: 'voided', voidedFor: voided.reason, fields: { rating: { revision: 1 } }, toReview: [], toLookAt: [] });
    expect(state).not.toHaveProperty('line');
  });

  it('refuses without a reason, after the phase', () => {
    given(opened).when(voiding('　')).thenRejected('reason-missing');
    given(opened, voided).when(voiding('')).thenRejected('wrong-phase', { phase: 'voided' });
  });
});
