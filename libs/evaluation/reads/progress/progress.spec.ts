import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cycleStream } from '../../../cycle/domain/cycle.ts';
import type { ExtendedFor } from '../../../cycle/domain/cycle.events.ts';
import { deadlineOn, type Deadline } from '../../../cycle/domain/deadline.ts';
import { givenReads, type GivenReads } from '../testing/given-reads.ts';
import {
  asker, childcareMeasure, clerk, logOffice, opened, policy, promotionMeasure, secretary, sheetOf, submitted, throughTheLine,
} from '../testing/office-in-log.ts';
import { ReadProgress } from './read-progress.ts';

let given: GivenReads;
beforeEach(async () => {
  given = await givenReads();
  await logOffice(given);
  for (const node of [policy, promotionMeasure, childcareMeasure]) await given.log(sheetOf(node), opened(node));
});
afterEach(() => given.close());

const progress = (year = '2026') => given.ask(ReadProgress, secretary, { year });
const matrix = async () => Object.fromEntries((await progress()).departments.map(({ department, phases }) => [department, phases]));
const count = (sheets: number, { late = 0, overdue = 0 } = {}) => ({ sheets, late, overdue });

describe('the progress of a cycle', () => {
  it('counts sheets by department and phase, and in a department by section', async () => {
    await given.log(sheetOf(childcareMeasure), ...throughTheLine);
    await given.log(sheetOf(promotionMeasure), { type: 'SheetTransferred', section: 'tourism', department: 'industry', municipalityRevision: 0, reason: '移管' });
    expect(await progress()).toEqual({
      year: 2026,
      phases: { drafting: count(2), approved: count(1) },
      departments: [
        {
          department: 'industry', phases: { drafting: count(2) },
          sections: [{ section: 'promotion', phases: { drafting: count(1) } }, { section: 'tourism', phases: { drafting: count(1) } }],
        },
        { department: 'welfare', phases: { approved: count(1) }, sections: [{ section: 'childcare', phases: { approved: count(1) } }] },
      ],
    });
  });

  it('counts a sheet where it stands, wherever it has been', async () => {
    await given.log(sheetOf(childcareMeasure), ...throughTheLine, { type: 'FirstEvaluationSentBack', to: 'section', reason: '根拠', comments: [] },
      submitted(), { type: 'SheetVoided', schemeVersion: 1, reason: '廃止' });
    expect(await matrix()).toEqual({ industry: { drafting: count(2) }, welfare: { voided: count(1) } });
  });

  it('counts what was submitted late for as long as that is its last submission', async () => {
    await given.log(sheetOf(childcareMeasure), submitted(true));
    expect(await matrix()).toMatchObject({ welfare: { submitted: count(1, { late: 1 }) } });
    await given.log(sheetOf(childcareMeasure), { type: 'FirstEvaluationTakenBack' }, submitted(false));
    expect(await matrix()).toMatchObject({ welfare: { submitted: count(1) } });
  });

  it('counts as overdue what is where it should not be any more, by the deadlines in force', async () => {
    const extended = (extendedFor: ExtendedFor) => given.log(cycleStream('mihon', 2026), {
      type: 'DeadlineExtended', period: 'submission', deadline: deadlineOn('2026-07-15') as Deadline, for: extendedFor, reason: '決算',
    });
    given.at('2026-06-30T15:00:00.000Z');
    expect(await matrix()).toEqual({ industry: { drafting: count(2, { overdue: 2 }) }, welfare: { drafting: count(1, { overdue: 1 }) } });
    await extended({ kind: 'sheet', node: promotionMeasure });
    expect(await matrix()).toMatchObject({ industry: { drafting: count(2, { overdue: 1 }) } });
    await extended({ kind: 'department', department: 'welfare' });
    expect(await matrix()).toMatchObject({ welfare: { drafting: count(1) } });
    await given.log(sheetOf(promotionMeasure), submitted());
    expect(await matrix()).toMatchObject({ industry: { drafting: count(1, { overdue: 1 }), submitted: count(1) } });
    given.at('2026-07-15T15:00:00.000Z');
    expect(await matrix()).toMatchObject({
      industry: { drafting: count(1, { overdue: 1 }), submitted: count(1, { overdue: 1 }) }, welfare: { drafting: count(1, { overdue: 1 }) },
    });
  });

  it('is no secret within the office; of a year that was never opened there is none', async () => {
    expect(await given.ask(ReadProgress, clerk, { year: '2026' })).toMatchObject({ year: 2026 });
    expect(await given.ask(ReadProgress, asker('admin', 'promotion', 'admin'), { year: '2026' })).toMatchObject({ code: 'not-allowed' });
    for (const year of ['2027', 'next', '']) expect(await progress(year)).toMatchObject({ code: 'unknown' });
  });
});
