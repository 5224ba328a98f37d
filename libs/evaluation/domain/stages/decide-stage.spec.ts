import { describe, expect, it } from '@jest/globals';
import type { Sheet } from '../sheet.ts';
import { asSecretariat, given } from '../sheet-examples.ts';
import { decideStage, type DecideStage } from './decide-stage.ts';
import { atMeeting, concluded, handedOver, meetingDecided, version } from './stage-examples.ts';

const deciding = (change: Partial<DecideStage> = {}) => (sheet: Sheet) =>
  decideStage({ ...asSecretariat, decision: { direction: '継続とする。' }, decidedOn: '2026-05-18', ...change }, sheet, { version });

describe('record what a meeting or the mayor decided', () => {
  it('records the fields of the stage, as understood, and the day', () => {
    given(...atMeeting).when(deciding()).then(meetingDecided);
  });

  it('concludes the stage, and keeps the line on which the sheet was decided', () => {
    expect(given(...concluded).state()).toMatchObject({
      phase: 'concluded', stage: 'meeting', approvals: [{}, {}, {}, {}, {}],
      works: { meeting: { result: { by: 'meeting', decision: meetingDecided.decision, decidedOn: '2026-05-18', revision: 10 } } },
    });
  });

  it('refuses what a committee concludes', () => {
    given(...handedOver).when(deciding()).thenRejected('committee-concludes');
  });

  it('refuses fields that the stage does not have, and leaves none unanswered', () => {
    given(...atMeeting).when(deciding({ decision: { direction: '継続', rating: 'a' } })).thenRejected('fields-wrong', { fields: ['rating'] });
    given(...atMeeting).when(deciding({ decision: {} })).thenRejected('fields-unanswered', { fields: ['direction'] });
  });

  it('tells the phase first, then the committee, the day, and the fields last', () => {
    given(...concluded).when(deciding({ decidedOn: 'never' })).thenRejected('wrong-phase', { phase: 'concluded' });
    given(...handedOver).when(deciding({ decidedOn: 'never' })).thenRejected('committee-concludes');
    given(...atMeeting).when(deciding({ decidedOn: '2026-02-30', decision: {} })).thenRejected('day-wrong', { day: '2026-02-30' });
  });
});
