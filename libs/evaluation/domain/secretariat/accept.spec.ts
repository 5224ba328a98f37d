import { describe, expect, it } from '@jest/globals';
import type { Deciding } from '../approval-line/deciding.ts';
import type { Sheet } from '../sheet.ts';
import type { SlipsCorrected } from '../sheet.events.ts';
import {
  acceptance, accepted, approved, approvedOverChief, asSecretariat, atChief, atDirector, due, given, judged, replaced, text,
} from '../sheet-examples.ts';
import { accept } from './accept.ts';

const accepting = (change: Partial<Deciding> & { now?: string } = {}) => (sheet: Sheet) =>
  accept({ ...asSecretariat, basedOn: 7, ...change }, sheet, due);
const corrected: SlipsCorrected = { type: 'SlipsCorrected', basedOn: 7, fields: { remark: text('順調') }, reason: '誤字' };

describe('accept the first evaluation', () => {
  it('records the revision that was accepted, and by which deadline that was in time', () => {
    given(...approved).when(accepting()).then(acceptance);
    given(...approved).when(accepting({ now: '2026-07-10T15:00:00.000Z', decidedOn: '2026-07-10', documentNumber: '8企第3号' }))
      .then({ ...acceptance, judged: { ...judged, late: true }, decidedOn: '2026-07-10', documentNumber: '8企第3号' });
  });

  it('is judged by nothing where the cycle names no deadline for it', () => {
    given(...approved).when((sheet) => accept({ ...asSecretariat, basedOn: 7 }, sheet, { cycleRevision: 5 }))
      .then({ type: 'FirstEvaluationAccepted', acceptedRevision: 7 });
  });

  it('leaves standing what others still owe', () => {
    const owing = [...atChief, approvedOverChief, ...approved.slice(5), replaced({ post: 'manager' })];
    expect(given(...owing, acceptance).state()).toMatchObject({ phase: 'accepted', toReview: [{ step: 'chief' }], toLookAt: [{ post: 'manager' }] });
  });

  it('refuses what the secretariat has not seen', () => {
    given(...approved).when(accepting({ basedOn: 8 })).thenRejected('based-on-the-future');
    given(...approved, corrected).when(accepting()).thenRejected('sheet-changed-since');
    given(...approved, replaced()).when(accepting()).thenRejected('sheet-changed-since');
  });

  it('refuses a day that there is not', () => {
    given(...approved).when(accepting({ decidedOn: '2026-04-31' })).thenRejected('day-wrong', { day: '2026-04-31' });
  });

  it('tells the phase first, then what was seen, then the day', () => {
    given(...atDirector).when(accepting({ basedOn: 99 })).thenRejected('wrong-phase', { phase: 'submitted' });
    given(...accepted).when(accepting()).thenRejected('wrong-phase', { phase: 'accepted' });
    given(...approved, corrected).when(accepting({ decidedOn: 'never' })).thenRejected('sheet-changed-since');
  });
});
