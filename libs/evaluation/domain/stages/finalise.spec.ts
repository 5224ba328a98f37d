import { describe, expect, it } from '@jest/globals';
import type { Sheet } from '../sheet.ts';
import { accepted, asSecretariat, given, replaced } from '../sheet-examples.ts';
import { finalise, type Finalise } from './finalise.ts';
import { concluded, finalisation, finalised, handedOver, toCommittee, version } from './stage-examples.ts';

const { reason = '' } = finalisation;
const finalising = (change: Partial<Finalise> = {}) => (sheet: Sheet) =>
  finalise({ ...asSecretariat, basedOn: 8, reason, ...change }, sheet, { version });
const noDissent = { conclusion: {}, recommendations: [], dissents: [], meeting: 'meeting-1', committeeRevision: 12, roster: [], counted: [], opinions: [], points: [] };
const throughCommittee = [
  ...concluded, toCommittee,
  { type: 'SecondEvaluationConcluded', stage: 'committee', member: 'member-1', draftRevision: 12, toBeConfirmed: false, ...noDissent },
] as const;

describe('finalise a sheet', () => {
  it('records the stages to which it should have gone and did not, and why', () => {
    given(...concluded).when(finalising()).then(finalisation);
    given(...accepted).when(finalising()).then({ ...finalisation, skipped: ['meeting', 'committee'] });
  });

  it('needs no reason when nothing is skipped: where a condition does not hold, nothing is', () => {
    given(...throughCommittee).when((sheet) => finalise({ ...asSecretariat, basedOn: 8 }, sheet, { version })).then({ type: 'SheetFinalised', skipped: [] });
  });

  it('leaves what was decided as it is', () => {
    expect(given(...finalised).state()).toMatchObject({ phase: 'final', approvals: [{}, {}, {}, {}, {}], works: { meeting: { result: { by: 'meeting' } } } });
  });

  it('refuses without a reason when a stage is skipped, and names it', () => {
    given(...concluded).when(finalising({ reason: '　' })).thenRejected('reason-missing', { stages: ['committee'] });
  });

  it('tells the phase first, then what was not seen, and the reason last', () => {
    given(...handedOver).when(finalising({ basedOn: 99 })).thenRejected('wrong-phase', { phase: 'handed-over' });
    given(...concluded).when(finalising({ basedOn: 99, reason: '' })).thenRejected('based-on-the-future');
    given(...accepted, replaced()).when(finalising({ reason: '' })).thenRejected('sheet-changed-since');
  });
});
