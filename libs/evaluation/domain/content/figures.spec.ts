import { describe, expect, it } from '@jest/globals';
import { typedValue } from '../../../kernel/value-parse.ts';
import type { Contents } from '../sheet.events.ts';
import { formFacts, plainFacts, text, value } from '../sheet-examples.ts';
import type { FormFacts } from './changes.ts';
import { computedOn, differingSums, givenFor } from './figures.ts';

const stands = (contents: Contents) => Object.fromEntries(Object.entries(contents).map(([address, content]) => [address, { content }]));
const computed = (contents: Contents, facts: FormFacts = formFacts) => Object.fromEntries(computedOn(stands(contents), facts));

describe('what a sheet computes', () => {
  it('holds an actual value against the target of the year that is evaluated', () => {
    expect(computed({ 'indicators/sales/actual': value('180社') })).toMatchObject({ 'indicators/sales/reached': { figure: '0.9' } });
  });

  it('says why where there is no figure', () => {
    expect(computed({ 'indicators/visits/actual': value('180社') })).toMatchObject({
      'indicators/visits/reached': { none: expect.any(String) }, 'indicators/sales/reached': { none: expect.any(String) },
    });
    expect(computed({})).toMatchObject({ 'costs/this-year/labour-cost': { none: 'absent' } });
    expect(computed({ 'costs/this-year/labour': value('若干名') })).toMatchObject({ 'costs/this-year/labour-cost': { none: 'words' } });
  });

  it('takes unit prices of the year that is evaluated', () => {
    const labour = { 'costs/this-year/labour': value('1.5') };
    expect(computed(labour)).toMatchObject({ 'costs/this-year/labour-cost': { figure: '12000000', unit: '円' } });
    expect(computed(labour, { ...formFacts, aboutYear: 2024 })).toMatchObject({ 'costs/this-year/labour-cost': { figure: '11250000' } });
    expect(computed(labour, { ...formFacts, aboutYear: 2023 })).toMatchObject({ 'costs/this-year/labour-cost': { none: 'absent' } });
  });

  it('has a figure for each row that there is, and for no other', () => {
    expect(Object.keys(computed({})).sort()).toEqual(['costs/this-year/labour-cost', 'indicators/sales/reached', 'indicators/visits/reached']);
    expect(Object.keys(computed({}, plainFacts))).toEqual(['costs/this-year/labour-cost']);
  });
});

describe('sums that must be equal', () => {
  const money = (grants: string, own: string, settled: string) => ({ fields: stands({
    'costs/this-year/grants': value(grants), 'costs/this-year/own': value(own), 'costs/this-year/settled': value(settled),
  }) });

  it('are, or are named with both', () => {
    expect(differingSums(money('100円', '200円', '300円'), plainFacts)).toEqual([]);
    expect(differingSums(money('100円', '200円', '301円'), plainFacts)).toEqual([
      { table: 'costs', row: 'this-year', balance: 'financing', left: { figure: '300', unit: '円' }, right: { figure: '301', unit: '円' } },
    ]);
  });

  it('differ in nothing where nothing stands', () => {
    expect(differingSums({ fields: {} }, plainFacts)).toEqual([]);
    expect(differingSums({ fields: stands({ remark: text('順調') }) }, plainFacts)).toEqual([]);
  });
});

describe('what the plan gives for a year', () => {
  const [visits, sales] = formFacts.rows.indicators;
  const understood = (amount: string) => ({ kind: 'amount', amount, unit: '社' });

  it('is its target, the last target, and the baseline', () => {
    expect(givenFor(sales, 2025)).toEqual({ target: understood('200'), 'final-target': understood('400') });
    expect(givenFor(sales, 2026)).toEqual({ 'final-target': understood('400') });
    expect(givenFor({ ...sales, baseline: { year: 2023, value: typedValue('150社') } }, 2026))
      .toMatchObject({ baseline: understood('150') });
    expect(givenFor(visits, 2025)).toEqual({});
  });
});
