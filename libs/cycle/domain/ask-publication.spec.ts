import { describe, it } from '@jest/globals';
import { asked, specify } from '../../kernel/testing/given.ts';
import { askPublication, type AskPublication, type AskPublicationFacts } from './ask-publication.ts';
import { cycleDecider, type Cycle } from './cycle.ts';
import { asking, opened, published } from './cycle-examples.ts';

const { given } = specify(cycleDecider);
const nothingNamed: AskPublicationFacts = { named: [], unknown: [] };
const ask = (body: Partial<AskPublication> = {}, facts = nothingNamed) => (state: Cycle) =>
  askPublication({ ...asked, on: '2026-09-01', ...body }, state, facts);
const final = { sheet: '2026-measure-1', revision: 9, phase: 'final' };
const drafting = { sheet: '2026-measure-2', revision: 0, phase: 'drafting' };

describe('a publication that is asked for', () => {
  it('is of the public step and of all sheets where nothing is said', () => {
    given(opened).when(ask()).then(asking);
    given(opened).when(ask({ step: 'council', reason: '9月議会のため' })).then({ ...asking, step: 'council', reason: '9月議会のため' });
  });

  it('names its sheets, and at which revision each was final', () => {
    given(opened).when(ask({ sheets: [final.sheet, final.sheet] }, { named: [final], unknown: [] }))
      .then({ ...asking, sheets: [final.sheet], sheetRevisions: [9] });
  });

  it('may be asked for again when the one before it is done or refused', () => {
    given(opened, asking, published).when(ask()).then(asking);
    given(opened, asking, { type: 'PublicationRefused', publication: asking.publication, code: 'no-sheet-final' }).when(ask()).then(asking);
  });

  it('is refused: the day, one that runs, sheets of no cycle, sheets that are not final, in this order', () => {
    const wrong = { named: [final, drafting], unknown: ['2026-nothing'] };
    given(opened, asking).when(ask({ on: '2026-02-30' }, wrong)).thenRejected('day-wrong', { day: '2026-02-30' });
    given(opened, asking).when(ask({}, wrong)).thenRejected('publication-running', { publication: asking.publication, step: 'public' });
    given(opened).when(ask({}, wrong)).thenRejected('sheets-unknown', { sheets: ['2026-nothing'] });
    given(opened).when(ask({}, { ...wrong, unknown: [] })).thenRejected('sheets-not-final', { sheets: [{ sheet: drafting.sheet, phase: 'drafting' }] });
  });
});
