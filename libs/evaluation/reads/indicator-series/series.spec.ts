import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { TargetChanged } from '../../../plan/domain/plan.events.ts';
import { planStream } from '../../../plan/domain/plan.ts';
import { typedValue } from '../../../kernel/value-parse.ts';
import type { Asker } from '../../../platform/access/asker.ts';
import { givenReads, type GivenReads } from '../testing/given-reads.ts';
import {
  childcareMeasure, clerk, companies, logOffice, nurse, opened, plan, promotionMeasure, saved, secretary, sheetOf, value,
} from '../testing/office-in-log.ts';
import { ReadSeries } from './read-series.ts';

const actual = `figures/${companies}/actual`;
const raised: TargetChanged = {
  type: 'TargetChanged', indicator: companies, year: 2025, old: typedValue('120社'), new: typedValue('200社'), reason: 'result-exceeded', text: '前倒し',
  evidence: [],
};

let given: GivenReads;
beforeEach(async () => {
  given = await givenReads();
  await logOffice(given);
  await given.log(sheetOf(promotionMeasure, 2025), opened(promotionMeasure, 2025), saved({ [actual]: value('９０社') }));
  await given.log(sheetOf(promotionMeasure), opened(promotionMeasure), saved({ [actual]: value('150社') }));
});
afterEach(() => given.close());

const series = (who: Asker, indicator = companies) => given.ask(ReadSeries, who, { plan, indicator });

describe('the series of an indicator', () => {
  it('has the targets and what was attained, by the year that it is about', async () => {
    const { years } = await series(clerk);
    expect(years.map(({ year, targets, actuals }) => [year, targets.map(({ value: target }) => target?.typed), actuals.map(({ value: attained }) => attained.typed)]))
      .toEqual([[2024, ['100社'], ['９０社']], [2025, ['120社'], ['150社']]]);
    expect(years[0]?.actuals[0]).toMatchObject({
      sheet: `2025-${promotionMeasure}`, phase: 'drafting', table: 'figures', column: 'actual', achievement: { figure: '0.9' },
    });
  });

  it('holds an actual value against the target in force and against every one that ever held', async () => {
    await given.log(planStream('mihon', plan), raised);
    const [, about2025] = (await series(secretary)).years;
    expect(about2025?.targets.map(({ value: target }) => target?.typed)).toEqual(['120社', '200社']);
    expect(about2025?.actuals[0]?.achievement).toEqual({ figure: '0.75' });
    expect(about2025?.actuals[0]?.againstEvery.map(({ achievement }) => achievement)).toEqual([{ figure: '1.25' }, { figure: '0.75' }]);
  });

  it('has nothing of sheets that the asker may not see, of voided ones, and of rows that are only called so', async () => {
    expect((await series(nurse)).years.flatMap(({ actuals }) => actuals)).toEqual([]);
    await given.log(sheetOf(childcareMeasure), opened(childcareMeasure), saved({ [`others/${companies}/actual`]: value('7社') }));
    await given.log(sheetOf(promotionMeasure, 2025), { type: 'SheetVoided', schemeVersion: 1, reason: '廃止' });
    expect((await series(secretary)).years.flatMap(({ actuals }) => actuals.map(({ value: { typed } }) => typed))).toEqual(['150社']);
  });

  it('is unknown where the plan has no such indicator', async () => {
    expect(await series(secretary, childcareMeasure)).toMatchObject({ code: 'unknown' });
    expect(await given.ask(ReadSeries, secretary, { plan: childcareMeasure, indicator: companies })).toMatchObject({ code: 'unknown' });
  });
});
