import { describe, expect, it } from '@jest/globals';
import type { Sheet } from '../sheet.ts';
import { accepted, answered, asSecretariat, atChief, given, opened, voided } from '../sheet-examples.ts';
import { reopen, type Reopen, type ReopenFacts } from './reopen.ts';
import { proposed } from '../second-evaluation/second-evaluation-examples.ts';
import { concluded, finalised, handedOver, meetingDecided, reopening, toMeeting } from './stage-examples.ts';

const { reason } = reopening;
const reopeningIt = ({ to = 'meeting', reason: why = reason, ...facts }: Partial<Reopen & ReopenFacts> = {}) => (sheet: Sheet) =>
  reopen({ ...asSecretariat, to, reason: why }, sheet, { isAsked: false, cycleRevision: 5, ...facts });

describe('reopen a sheet', () => {
  it('undoes what a sub-group proposes, for the committee to conclude anew', () => {
    given(...proposed).when(reopeningIt({ to: 'committee' })).then({ ...reopening, to: 'committee' });
    const again = given(...proposed, { ...reopening, to: 'committee' }).state();
    expect(again).toMatchObject({ phase: 'handed-over', stage: 'committee', works: { committee: { draft: {} } } });
    expect(again).not.toHaveProperty('works.committee.proposed');
  });

  it('records to where, why, and that the cycle had not published it', () => {
    given(...concluded).when(reopeningIt()).then(reopening);
    given(...finalised).when(reopeningIt({ to: 'section' })).then({ ...reopening, to: 'section' });
    given(opened, voided).when(reopeningIt({ to: 'section' })).then({ ...reopening, to: 'section' });
  });

  it('undoes what the stage came to and all that came after it, and nothing that was before', () => {
    const mayor = [{ ...toMeeting, stage: 'mayor', evaluator: 'mayor' }, { ...meetingDecided, stage: 'mayor' }] as const;
    const toMayor = given(...concluded, ...mayor, { ...reopening, to: 'mayor' }).state();
    expect(toMayor).toMatchObject({ phase: 'handed-over', stage: 'mayor', works: { meeting: { result: {} } } });
    expect(toMayor).not.toHaveProperty('works.mayor.result');
    const back = given(...concluded, ...mayor, reopening).state();
    expect(back).toMatchObject({ phase: 'handed-over', stage: 'meeting', approvals: [{}, {}, {}, {}, {}], works: { mayor: { handOver: {} } } });
    expect(back).not.toHaveProperty('works.meeting.result');
    expect(back).not.toHaveProperty('works.mayor.result');
  });

  it('goes back to the section, which keeps what it wrote and is told why', () => {
    expect(given(...finalised, { ...reopening, to: 'section' }).state()).toMatchObject({
      phase: 'drafting', isReturned: true, sentBack: [{ to: 'section', reason }], fields: { rating: {} }, works: { meeting: { handOver: {} } },
    });
    expect(given(opened, answered, voided, { ...reopening, to: 'section' }).state()).not.toHaveProperty('voidedFor');
  });

  it('refuses what stands in a public edition, and what is being published', () => {
    given(...finalised).when(reopeningIt({ publicEdition: 2 })).thenRejected('sheet-published', { edition: 2 });
    given(...finalised).when(reopeningIt({ isAsked: true })).thenRejected('publication-running');
  });

  it('refuses a stage that has come to nothing, and any of a voided sheet', () => {
    given(...concluded).when(reopeningIt({ to: 'committee' })).thenRejected('stage-unknown', { stage: 'committee' });
    given(...concluded, voided).when(reopeningIt()).thenRejected('stage-unknown', { stage: 'meeting' });
    for (const to of ['committee', 'section']) given(...handedOver).when(reopeningIt({ to })).thenRejected('stage-unknown', { stage: to });
    given(...proposed).when(reopeningIt({ to: 'section' })).thenRejected('stage-unknown', { stage: 'section' });
  });

  it('tells the phase first, then what was published or is being, then the stage, and the reason last', () => {
    const wrong = { to: 'elsewhere', reason: '　' };
    given(...atChief).when(reopeningIt({ ...wrong, publicEdition: 1 })).thenRejected('wrong-phase', { phase: 'submitted' });
    given(...accepted).when(reopeningIt(wrong)).thenRejected('wrong-phase', { phase: 'accepted' });
    given(...finalised).when(reopeningIt({ ...wrong, isAsked: true, publicEdition: 1 })).thenRejected('sheet-published');
    given(...finalised).when(reopeningIt({ ...wrong, isAsked: true })).thenRejected('publication-running');
    given(...finalised).when(reopeningIt(wrong)).thenRejected('stage-unknown');
    given(...finalised).when(reopeningIt({ reason: '　' })).thenRejected('reason-missing');
  });
});
