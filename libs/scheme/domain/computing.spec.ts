import { describe, expect, it } from '@jest/globals';
import { parseValue } from '../../kernel/value-parse.ts';
import type { Value } from '../../kernel/value.ts';
import { computeSheet, unbalanced, type RowIndicator, type SheetFigures } from './computing.ts';
import { defaultScheme } from './default-scheme.ts';
import type { Field } from './field.ts';
import { budget, label, rating } from './scheme-examples.ts';

const fieldsOf = (sheetType: string): readonly Field[] =>
  defaultScheme.sheetTypes.find(({ id }) => id === sheetType)?.sections.flatMap((section) => section.fields) ?? [];

/** A sheet with these cells as typed, and these rows. */
function sheet(cells: Readonly<Record<string, string>>, rows: Readonly<Record<string, readonly string[]>>, around: Partial<SheetFigures> = {}): SheetFigures {
  const values = new Map<string, Value>(Object.entries(cells).map(([address, typed]) => [address, parseValue(typed)]));
  return {
    value: (address) => values.get(address), rows: (table) => rows[table] ?? [], price: () => undefined, indicator: () => undefined, ...around,
  };
}

const minato = {
  'budget/two-years-before/budget': '2,061,371', 'budget/two-years-before/transfers': '△ 131,676', 'budget/two-years-before/settled': '1,886,543',
  'budget/year-before/budget': '1,993,790', 'budget/year-before/transfers': '△ 149,413', 'budget/year-before/settled': '1,804,643',
  'budget/this-year/budget': '2,281,904', 'budget/this-year/transfers': '－', 'budget/this-year/settled': '－',
};
const years = ['two-years-before', 'year-before', 'this-year'];
const rows = { budget: years, costs: ['this-year'], indicators: ['i1', 'i2'], projects: ['p1', 'p2'] };
const percentOf = (figure: string | undefined): string => (Number(figure) * 100).toFixed(1);

describe('what a form computes', () => {
  it('is the execution rate that the office printed, and none where nothing is settled yet', () => {
    const computed = computeSheet({ fields: fieldsOf('measure-sheet') }, sheet(minato, rows));
    const rates = years.map((year) => computed.get(`budget/${year}/execution`));
    expect(rates.map((rate) => (rate !== undefined && 'figure' in rate ? percentOf(rate.figure) : rate)))
      .toEqual(['97.8', '97.8', { none: 'absent', name: 'settled' }]);
  });

  it('goes from cell to cell: financing, labour at the price of the year, full cost, and what one unit costs', () => {
    const figures = sheet({
      'budget/this-year/settled': '60,000,000円', 'costs/this-year/national': '20000000', 'costs/this-year/general': '40000000',
      'costs/this-year/labour': '2.5人', 'output': '延べ4,000人',
    }, rows, { price: (id) => (id === 'labour' ? '8000000' : undefined) });
    const computed = computeSheet({ fields: fieldsOf('project-sheet') }, figures);
    expect(computed.get('costs/this-year/financing')).toEqual({ figure: '60000000' });
    expect(computed.get('costs/this-year/labour-cost')).toEqual({ figure: '20000000' });
    expect(computed.get('costs/this-year/full-cost')).toEqual({ figure: '80000000', unit: '円' });
    expect(computed.get('unit-cost')).toEqual({ figure: '20000' });
  });

  it('adds up a table that the plan makes the rows of', () => {
    const figures = sheet({ 'projects/p1/project-cost': '1,200', 'projects/p2/project-cost': '－' }, rows);
    expect(computeSheet({ fields: fieldsOf('measure-sheet') }, figures).get('project-costs')).toEqual({ figure: '1200' });
  });

  it('holds what was reached against what the plan says of the indicator of the row', () => {
    const indicators: Readonly<Record<string, RowIndicator>> = {
      i1: { kind: 'annual', direction: 'higher', given: { target: parseValue('200件') } },
      i2: { kind: 'cumulative', direction: 'lower', given: { baseline: parseValue('100人'), target: parseValue('50人') } },
    };
    const figures = sheet({ 'indicators/i1/actual': '150件', 'indicators/i2/actual': '60人' }, rows, { indicator: (row) => indicators[row] });
    const computed = computeSheet({ fields: fieldsOf('measure-sheet') }, figures);
    expect(computed.get('indicators/i1/achievement')).toEqual({ figure: '0.75' });
    expect(computed.get('indicators/i2/achievement')).toEqual({ figure: '0.8' });
  });

  it('is nothing in a row whose indicator is not known', () => {
    const computed = computeSheet({ fields: fieldsOf('measure-sheet') }, sheet({ 'indicators/i1/actual': '150件' }, rows));
    expect(computed.get('indicators/i1/achievement')).toEqual({ none: 'no-indicator' });
  });

  it('may be in any order in the form', () => {
    const computed = (id: string, formula: string): Field => ({ id, kind: 'computed', label, required: false, formula });
    const fields = [computed('last', 'middle * 2'), computed('middle', 'first + total(rate)'), budget, computed('first', '1')];
    const figures = sheet({ 'budget/now/settled': '3', 'budget/now/planned': '2' }, { budget: ['now'] });
    expect([...computeSheet({ fields }, figures)]).toEqual([
      ['first', { figure: '1' }], ['budget/now/rate', { figure: '1.5' }], ['middle', { figure: '2.5' }], ['last', { figure: '5' }],
    ]);
  });

  it('is nothing where nothing is computed', () => {
    expect(computeSheet({ fields: [rating] }, sheet({}, {}))).toEqual(new Map());
  });
});

describe('what must add up', () => {
  const form = { fields: fieldsOf('measure-sheet') };
  const financed = (settled: string, national: string, general: string) => unbalanced(form, sheet({
    'budget/this-year/settled': settled, 'costs/this-year/national': national, 'costs/this-year/general': general,
  }, rows));

  it.each([
    ['to the yen', '100', '40', '60'],
    ['in other spellings', '１００．０', '40', '60'],
    ['where nothing is filled in', '', '', ''],
    ['where nothing was spent', '－', '0', '0'],
    ['where nothing is a figure', '未定', '未定', '60'],
  ])('does so %s', (_where, settled, national, general) => {
    expect(financed(settled, national, general)).toEqual([]);
  });

  it.each([
    ['by one yen', '100', '40', '61', { figure: '101' }, { figure: '100' }],
    ['where the financing is missing', '100', '', '', { none: 'absent', name: 'national' }, { figure: '100' }],
    ['where a part is no figure', '100', '国', '100', { none: 'words', name: 'national' }, { figure: '100' }],
  ])('is told when it does not, %s', (_how, settled, national, general, left, right) => {
    expect(financed(settled, national, general)).toEqual([{ table: 'costs', row: 'this-year', balance: 'financing', left, right }]);
  });
});
