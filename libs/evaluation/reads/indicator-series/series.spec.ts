import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Indicator, TargetChanged } from '../../../plan/domain/plan.events.ts';
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

  it('goes through the indicators of which it took the place, each value held against its own targets', async () => {
    const firms: Indicator = {
      id: 'a0000000-0000-4000-8000-000000000009', node: promotionMeasure, number: '2', name: { ja: '支援件数', en: '支援件数' }, class: 'outcome', unit: '件',
      kind: 'annual', direction: 'higher', targets: [{ year: 2025, value: typedValue('300件') }],
    };
    await given.log(planStream('mihon', plan), { type: 'RevisionOpened', planVersion: 1, reason: '見直し' }, {
      type: 'PlanRevised', planVersion: 2, fromYear: 2026, proposals: [], nodesPut: [], nodesDropped: [], indicatorsPut: [firms], indicatorsDropped: [companies],
      lineage: [{ kind: 'replaced', from: companies, to: [firms.id] }], targetChanges: [], schemeRevision: 0, municipalityRevision: 0,
    });
    await given.log(sheetOf(promotionMeasure), saved({ [`figures/${firms.id}/actual`]: value('150件') }));
    const { indicator, predecessors, years } = await series(clerk, firms.id);
    expect([indicator.id, predecessors.map(({ id }) => id)]).toEqual([firms.id, [companies]]);
    expect(years.map(({ year, targets }) => [year, targets.map((target) => [target.indicator, target.value?.typed])])).toEqual([
      [2024, [[companies, '100社'], [companies, undefined]]], [2025, [[companies, '120社'], [companies, undefined], [firms.id, '300件']]],
    ]);
    expect(years.flatMap(({ actuals }) => actuals.map((one) => [one.indicator, one.value.typed, one.achievement]))).toEqual([
      [companies, '９０社', { figure: '0.9' }], [companies, '150社', { figure: '1.25' }], [firms.id, '150件', { figure: '0.5' }],
    ]);
    expect((await series(clerk)).years.flatMap(({ actuals }) => actuals.map(({ value: { typed } }) => typed))).toEqual(['９０社', '150社']);
  });

  it('is unknown where the plan has no such indicator', async () => {
    expect(await series(secretary, childcareMeasure)).toMatchObject({ code: 'unknown' });
    expect(await given.ask(ReadSeries, secretary, { plan: childcareMeasure, indicator: companies })).toMatchObject({ code: 'unknown' });
  });
});
