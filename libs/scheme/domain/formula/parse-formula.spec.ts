import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyFormula, anyFormulaText } from './testing/formula-examples.ts';
import { parseFormula } from './parse-formula.ts';
import type { Formula } from './formula.ts';

/** Every operation in brackets of its own, so that a test sees what belongs to what. */
function bracketed(formula: Formula): string {
  switch (formula.kind) {
    case 'constant':
      return formula.amount;
    case 'sibling':
      return formula.name;
    case 'cell':
      return `cell("${formula.row}", "${formula.column}")`;
    case 'price':
      return `price("${formula.name}")`;
    case 'negation':
      return `(-${bracketed(formula.operand)})`;
    case 'operation':
      return `(${bracketed(formula.left)} ${formula.sign} ${bracketed(formula.right)})`;
    case 'across':
      return `${formula.gathering}(${formula.operands.map(bracketed).join(', ')})`;
    case 'down':
      return `${formula.gathering === 'sum' ? 'total' : formula.gathering}(${formula.column.name})`;
    case 'rounding':
      return `round(${bracketed(formula.operand)}, ${formula.places})`;
    case 'achievement':
      return `achievement(${[formula.target, formula.actual, ...(formula.baseline ? [formula.baseline] : [])].map(bracketed).join(', ')})`;
  }
}

function read(text: string): string {
  const formula = parseFormula(text);
  return 'message' in formula ? `${formula.at}: ${formula.message}` : bracketed(formula);
}

describe('a formula', () => {
  it.each([
    ['settled / (budget + transfers)', '(settled / (budget + transfers))'],
    ['a - b - c', '((a - b) - c)'],
    ['a / b * c', '((a / b) * c)'],
    ['a + b * -c', '(a + (b * (-c)))'],
    ['-a - -1', '((-a) - (-1))'],
    ['2-1', '(2 - 1)'],
    ['(a)-b', '(a - b)'],
    ['  a\n+ 007.50 ', '(a + 7.5)'],
    ['sum(national, prefecture, bonds, other, general)', 'sum(national, prefecture, bonds, other, general)'],
    ['staff * price("labour")', '(staff * price("labour"))'],
    ['cost / total(cost)', '(cost / total(cost))'],
    ['cell("row-1","column-2")', 'cell("row-1", "column-2")'],
    ['round(settled / budget * 100, 1)', 'round(((settled / budget) * 100), 1)'],
    ['achievement(target, actual, cell("first", "actual"))', 'achievement(target, actual, cell("first", "actual"))'],
    ['sum', 'sum'],
  ])('%j is read %s', (text, as) => expect(read(text)).toBe(as));

  it('takes a hyphen right behind a name for a part of it', () => {
    expect(parseFormula('last-year - this-year')).toEqual({
      kind: 'operation', sign: '-', left: { kind: 'sibling', name: 'last-year' }, right: { kind: 'sibling', name: 'this-year' },
    });
    expect(parseFormula('a-1')).toEqual({ kind: 'sibling', name: 'a-1' });
    expect(read('a -1')).toBe('(a - 1)');
  });

  it('looks down a column of one name, and across where there are several figures', () => {
    expect(parseFormula('total(cost)')).toEqual({ kind: 'down', gathering: 'sum', column: { kind: 'column', name: 'cost' } });
    expect(parseFormula('mean(cost)')).toEqual({ kind: 'down', gathering: 'mean', column: { kind: 'column', name: 'cost' } });
    expect(parseFormula('max(cost, 0)')).toEqual({
      kind: 'across', gathering: 'max', operands: [{ kind: 'sibling', name: 'cost' }, { kind: 'constant', amount: '0' }],
    });
  });

  it.each([
    ['', '0: something is missing at the end'],
    ['a +', '3: something is missing at the end'],
    ['a b', '2: an operator is missing before this'],
    ['a)', '1: an operator is missing before this'],
    ['(a + b', '6: a closing bracket is missing here'],
    ['sum(a, b', '8: a closing bracket is missing here'],
    ['a + * b', '4: a number, a name or a bracket belongs here'],
    ['a + "b"', '4: a number, a name or a bracket belongs here'],
    ['a × b', '2: × means nothing in a formula'],
    ['１ + a', '0: １ means nothing in a formula'],
    ['a + 𠮷', '4: 𠮷 means nothing in a formula'],
    ['1.', '1: . means nothing in a formula'],
    ['Cost', '0: C means nothing in a formula'],
    ['price("labour', '6: " means nothing in a formula'],
    ['price("Labour")', '6: "Labour" is not an id'],
    [`1 + ${'a'.repeat(41)}`, `4: "${'a'.repeat(41)}" is not an id`],
    ['9'.repeat(31), '0: a number has at most 30 digits before its point and 15 behind it'],
    ['1 + median(a)', '4: there is no function median'],
    ['constructor(a)', '0: there is no function constructor'],
    ['sum()', '0: this is written sum(one, other, …)'],
    ['sum(cost)', '0: this is written sum(one, other, …)'],
    ['total(a, b)', '0: this is written total(column)'],
    ['mean(1)', '0: this is written mean(column) or mean(one, other, …)'],
    ['round(a)', '0: this is written round(figure, places), with 0 to 15 places'],
    ['round(a, 1.5)', '0: this is written round(figure, places), with 0 to 15 places'],
    ['round(a, -1)', '0: this is written round(figure, places), with 0 to 15 places'],
    ['round(a, 16)', '0: this is written round(figure, places), with 0 to 15 places'],
    ['price(labour)', '0: this is written price("id")'],
    ['cell("a")', '0: this is written cell("row", "column")'],
    ['achievement(a, 5)', '0: this is written achievement(target, actual) or achievement(target, actual, baseline), each of them a cell'],
    ['achievement(a, b, c, d)', '0: this is written achievement(target, actual) or achievement(target, actual, baseline), each of them a cell'],
    ['('.repeat(30), '21: a formula is nested at most 20 deep'],
    ['-'.repeat(30), '21: a formula is nested at most 20 deep'],
    ['1+'.repeat(300), '500: a formula has at most 500 characters'],
  ])('%j has a fault: %s', (text, fault) => expect(read(text)).toBe(fault));
});

describe('any formula', () => {
  it('is read as it was meant, however it is bracketed', () => {
    fc.assert(fc.property(anyFormula, (formula) => {
      const text = bracketed(formula);
      fc.pre(text.length <= 500);
      expect(parseFormula(text)).toEqual(formula);
    }), { numRuns: 2_000 });
  });

  it('or any other text is read, or has a fault at one of its places', () => {
    fc.assert(fc.property(fc.oneof(anyFormulaText, fc.string({ unit: 'binary', maxLength: 600 })), (text) => {
      const formula = parseFormula(text);
      if (!('message' in formula)) return;
      expect(formula.at).toBeGreaterThanOrEqual(0);
      expect(formula.at).toBeLessThanOrEqual(text.length);
    }), { numRuns: 5_000 });
  });

  it('costs little, however long its text is', () => {
    const started = performance.now();
    for (const piece of ['(', '-', 'sum(', '"', '9', 'a', 'a-', ' ', '1+', '\ud800']) {
      parseFormula(piece.repeat(200_000));
      parseFormula(piece.repeat(Math.floor(500 / piece.length)));
    }
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
