import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { printPercent, type AchievementRule } from '../../../kernel/achievement.ts';
import { readDecimal } from '../../../kernel/decimal.ts';
import { parseValue } from '../../../kernel/value-parse.ts';
import { evaluate } from './evaluate.ts';
import type { Computed, Found, FormulaContext } from './formula-context.ts';
import type { Formula } from './formula.ts';
import { parseFormula } from './parse-formula.ts';
import { anyContext, anyFormula, anyFormulaText } from './testing/formula-examples.ts';

/** A row of typed cells, a column of them, and what was computed before. */
interface Form {
  readonly row?: Readonly<Record<string, string>>;
  readonly column?: readonly string[];
  readonly computed?: Readonly<Record<string, Computed>>;
  readonly achievement?: AchievementRule;
}

function on({ row = {}, column = [], computed = {}, achievement }: Form): FormulaContext {
  const found = (name: string): Found => computed[name] ?? (row[name] === undefined ? undefined : parseValue(row[name]));
  return {
    sibling: found,
    cell: (_row, name) => found(name),
    column: (name) => (computed[name] === undefined ? column.map((typed) => parseValue(typed)) : [computed[name], ...column.map((typed) => parseValue(typed))]),
    price: (name) => (name === 'labour' ? { kind: 'amount', amount: '8500000', unit: '円' } : undefined),
    ...(achievement !== undefined && { achievement }),
  };
}

function worth(text: string, form: Form = {}): Computed {
  return evaluate(parseFormula(text) as Formula, on(form));
}

describe('the rate of execution of Minato', () => {
  it.each([
    ['2,061,371', '△ 131,676', '1,886,543', '97.8%'],
    ['1,993,790', '△ 149,413', '1,804,643', '97.8%'],
  ])('of a budget of %s is %s', (budget, transfers, settled, rate) => {
    const found = worth('settled / (budget + transfers)', { row: { budget, transfers, settled } });
    expect('figure' in found && printPercent(found.figure)).toBe(rate);
  });

  it('is not known before the year is over', () => {
    expect(worth('settled / (budget + transfers)', { row: { budget: '2,281,904', transfers: '－', settled: '－' } }))
      .toEqual({ none: 'absent', name: 'settled' });
  });
});

describe('a figure', () => {
  it.each<[text: string, form: Form, found: Computed]>([
    ['0.1 + 0.2', {}, { figure: '0.3' }],
    ['2 + 3 * 4 - 6 / 3', {}, { figure: '12' }],
    ['-a', { row: { a: '△5件' } }, { figure: '5', unit: '件' }],
    ['-a', { row: { a: '0' } }, { figure: '0' }],
    ['round(a / 3, 1)', { row: { a: '△0.5社' } }, { figure: '-0.2', unit: '社' }],
    ['cell("first", "a") + 1', { row: { a: '延べ4,600社' } }, { figure: '4601', unit: '社' }],
    ['staff * price("labour")', { row: { staff: '1.5' } }, { figure: '12750000', unit: '円' }],
    ['a * b', { row: { a: '3人', b: '2円' } }, { figure: '6' }],
    ['a / b', { row: { a: '3人', b: '2人' } }, { figure: '1.5' }],
    ['a / b', { row: { a: '3円', b: '2人' } }, { figure: '1.5' }],
    ['a / 2', { row: { a: '3人' } }, { figure: '1.5', unit: '人' }],
    ['sum(a, b, c)', { row: { a: '1千円', b: '―', c: '2' } }, { figure: '3', unit: '千円' }],
    ['sum(a, b * c)', { row: { a: '1', b: '2' } }, { figure: '1' }],
    ['max(a, b, 0)', { row: { a: '△1', b: '' } }, { figure: '0' }],
    ['min(a, b)', { row: { a: '△1', b: '△2' } }, { figure: '-2' }],
    ['mean(a, b, c)', { row: { a: '1', b: '', c: '2' } }, { figure: '1.5' }],
    ['count(a, b, c)', { row: { a: '0', b: '', c: '2' } }, { figure: '2' }],
    ['total(cost)', { column: ['5社', '', '0社', '―　社'] }, { figure: '5', unit: '社' }],
    ['mean(cost)', { column: ['5社', '', '0社'] }, { figure: '2.5', unit: '社' }],
    ['min(cost)', { column: ['5社', '', '1.5社'] }, { figure: '1.5', unit: '社' }],
    ['max(cost)', { column: ['1社', '', '50社', '9社'] }, { figure: '50', unit: '社' }],
    ['count(cost)', { column: ['5社', '', '0社'] }, { figure: '2' }],
    ['count(cost)', { column: ['', '―'] }, { figure: '0' }],
    ['total(rate)', { computed: { rate: { none: 'absent', name: 'a' } }, column: ['1'] }, { figure: '1' }],
    ['rate * 100', { computed: { rate: { figure: '0.25' } } }, { figure: '25' }],
  ])('%s on %j is %j', (text, form, found) => expect(worth(text, form)).toEqual(found));
});

describe('there is no figure, and a reason', () => {
  it.each<[text: string, form: Form, none: Computed]>([
    ['a + b', { row: { a: '5' } }, { none: 'absent', name: 'b' }],
    ['a * 0', { row: { a: '―' } }, { none: 'absent', name: 'a' }],
    ['a - cell("first", "b")', { row: { a: '5', b: '' } }, { none: 'absent', name: 'first/b' }],
    ['2 * price("machine")', {}, { none: 'absent', name: 'machine' }],
    ['sum(a, b)', { row: { a: '', b: '―' } }, { none: 'absent', name: 'a' }],
    ['total(cost)', { column: ['', '―'] }, { none: 'absent', name: 'cost' }],
    ['total(cost)', {}, { none: 'absent' }],
    ['a + 1', { row: { a: '実施' } }, { none: 'words', name: 'a' }],
    ['total(cost)', { column: ['1', '中止', ''] }, { none: 'words', name: 'cost' }],
    ['count(cost)', { column: ['1', '中止', ''] }, { none: 'words', name: 'cost' }],
    ['sum(a, 1)', { row: { a: '2,000人（29回）' } }, { none: 'pair', name: 'a' }],
    ['a / (b - b)', { row: { a: '1', b: '5' } }, { none: 'division-by-zero' }],
    ['a / b', { row: { a: '0', b: '0' } }, { none: 'division-by-zero' }],
    ['a + b', { row: { a: '5社', b: '3人' } }, { none: 'units-differ' }],
    ['a - b', { row: { a: '5円', b: '3千円' } }, { none: 'units-differ' }],
    ['total(cost)', { column: ['5社', '3', '1人'] }, { none: 'units-differ' }],
    ['a', { computed: { a: { none: 'division-by-zero' } } }, { none: 'division-by-zero' }],
    ['total(rate)', { computed: { rate: { none: 'division-by-zero' } }, column: ['1'] }, { none: 'division-by-zero' }],
    ['a * a * a * a * a * a * a', { row: { a: '9'.repeat(30) } }, { none: 'out-of-range' }],
    ['1 / a / a / a / a / a / a / a', { row: { a: '9'.repeat(30) } }, { none: 'out-of-range' }],
  ])('%s on %j: %j', (text, form, none) => expect(worth(text, form)).toEqual(none));
});

describe('an achievement in a cell', () => {
  const annual: AchievementRule = { kind: 'annual', direction: 'higher' };
  const cumulative: AchievementRule = { kind: 'cumulative', direction: 'higher' };

  it.each<[text: string, form: Form, found: Computed]>([
    ['achievement(target, actual)', { achievement: annual, row: { target: '10回', actual: '14回' } }, { figure: '1.4' }],
    ['achievement(target, actual, from)', { achievement: cumulative, row: { target: '３社', actual: '０社', from: '１８社' } }, { figure: '1.2' }],
    ['achievement(target, actual)', { achievement: cumulative, row: { target: '10回', actual: '5回' } }, { figure: '0.5' }],
    ['achievement(target, actual)', { achievement: annual, row: { target: '10' }, computed: { actual: { figure: '5', unit: '回' } } }, { figure: '0.5' }],
    ['achievement(target, actual)', { row: { target: '10回', actual: '14回' } }, { none: 'no-indicator' }],
    ['achievement(target, actual)', { achievement: annual, row: { target: '10回', actual: '14人' } }, { none: 'units-differ' }],
    ['achievement(target, actual)', { achievement: annual, row: { target: '実施', actual: '14人' } }, { none: 'target-is-words' }],
    ['achievement(target, actual)', { achievement: annual, row: { target: '10回' } }, { none: 'no-actual' }],
    ['achievement(target, actual)', { achievement: annual, row: { target: '10回' }, computed: { actual: { none: 'absent' } } }, { none: 'no-actual' }],
    ['achievement(target, actual)', { achievement: annual, row: { target: '9' }, computed: { actual: { none: 'words', name: 'a' } } }, { none: 'words', name: 'a' }],
    ['achievement(target, actual)', { achievement: annual, row: { target: '10社（5回）', actual: '5社（5回）' } }, { none: 'pair', name: 'target' }],
    ['mean(achievement(target, actual), achievement(target, last))', { achievement: annual, row: { target: '4', actual: '1' } }, { figure: '0.25' }],
  ])('%s on %j is %j', (text, form, found) => expect(worth(text, form)).toEqual(found));

  it('that counted a blank as zero says so, and so does what is computed from it', () => {
    const form: Form = { achievement: { ...annual, absentCountsAsZero: true }, row: { target: '10回', actual: '―' } };
    expect(worth('achievement(target, actual)', form)).toEqual({ figure: '0', countedAsZero: true });
    expect(worth('round(achievement(target, actual) * 100, 1)', form)).toEqual({ figure: '0', countedAsZero: true });
    expect(worth('mean(achievement(target, actual), 1)', form)).toEqual({ figure: '0.5', countedAsZero: true });
  });
});

describe('any formula on any form', () => {
  const longest = 201;

  it('comes to a figure in its canonical spelling, or to a reason', () => {
    fc.assert(fc.property(anyFormula, anyContext, (formula, context) => {
      const found = evaluate(formula, context);
      if ('none' in found) return;
      expect(readDecimal(found.figure)).toBe(found.figure);
      expect(found.figure.length).toBeLessThanOrEqual(longest);
    }), { numRuns: 5_000 });
  });

  it('as typed comes to something or has a fault', () => {
    fc.assert(fc.property(anyFormulaText, anyContext, (text, context) => {
      const formula = parseFormula(text);
      if (!('message' in formula)) expect(evaluate(formula, context)).toBeDefined();
    }), { numRuns: 5_000 });
  });

  it('stays small, however often figures are squared', () => {
    let square: Computed = { figure: '1234567.000000000000001' };
    for (let times = 0; times < 50 && 'figure' in square; times += 1) square = worth('a * a', { computed: { a: square } });
    expect(square).toEqual({ none: 'out-of-range' });
  });
});
