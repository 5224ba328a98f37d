import fc from 'fast-check';
import { parseValue } from '../../../../kernel/value-parse.ts';
import type { Found, FormulaContext } from '../formula-context.ts';
import type { Formula, Gathering, Sign } from '../formula.ts';

/** Names that a form of the tests has, and one that it lacks. */
const names = fc.constantFrom('a', 'b', 'cost', 'last-year', 'unknown');

const cells = fc.oneof(
  names.map((name) => ({ kind: 'sibling' as const, name })),
  fc.record({ kind: fc.constant('cell' as const), row: names, column: names }),
);

const leaves: fc.Arbitrary<Formula> = fc.oneof(
  fc.constantFrom('0', '1', '2.5', '1000', '0.000000000000001', '9'.repeat(30)).map((amount) => ({ kind: 'constant' as const, amount })),
  cells,
  names.map((name) => ({ kind: 'price' as const, name })),
  fc.record({
    kind: fc.constant('down' as const),
    gathering: fc.constantFrom<Gathering>('sum', 'count', 'mean', 'min', 'max'),
    column: names.map((name) => ({ kind: 'column' as const, name })),
  }),
  fc.record({ kind: fc.constant('achievement' as const), target: cells, actual: cells, baseline: cells }, { requiredKeys: ['kind', 'target', 'actual'] }),
);

/** Any formula that an office could write, as parsed. */
export const anyFormula: fc.Arbitrary<Formula> = fc.letrec<{ formula: Formula }>((tie) => ({
  formula: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    leaves,
    fc.record({ kind: fc.constant('negation' as const), operand: tie('formula') }),
    fc.record({
      kind: fc.constant('operation' as const), sign: fc.constantFrom<Sign>('+', '-', '*', '/'), left: tie('formula'), right: tie('formula'),
    }),
    fc.record({
      kind: fc.constant('across' as const),
      gathering: fc.constantFrom<Gathering>('sum', 'count', 'mean', 'min', 'max'),
      operands: fc.array(tie('formula'), { minLength: 2, maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant('rounding' as const), operand: tie('formula'), places: fc.integer({ min: 0, max: 15 }) }),
  ),
})).formula;

/** Words of formulas in any order. */
export const anyFormulaText: fc.Arbitrary<string> = fc.array(fc.constantFrom(
  'a', 'cost', 'last-year', '0', '12.5', '+', '-', '*', '/', '(', ')', ',', ' ', '"a"', '"', 'sum(', 'total(', 'round(', 'price("a")',
  'cell("a","b")', 'achievement(', 'mean(a)', '×', '１', '.', '\ud800',
), { maxLength: 40 }).map((parts) => parts.join(''));

const anyFound: fc.Arbitrary<Found> = fc.oneof(
  fc.constantFrom('5', '0', '△131,676', '10社', '延べ4,600社', '12.5人', '9'.repeat(30), '0.000000000000001', '―　社', '', '5社（3回）', '実施').map(parseValue),
  fc.constantFrom<Found>(
    undefined, { figure: '0.25' }, { figure: '3', unit: '社', countedAsZero: true }, { none: 'absent', name: 'a' }, { none: 'division-by-zero' },
  ),
);

/** A form filled in with anything, the same wherever it is asked for. */
export const anyContext: fc.Arbitrary<FormulaContext> = fc.record({
  siblings: fc.dictionary(names, anyFound),
  column: fc.array(anyFound, { maxLength: 4 }),
  cell: anyFound,
  price: anyFound,
  hasIndicator: fc.boolean(),
  absentCountsAsZero: fc.boolean(),
}).map(({ siblings, column, cell, price, hasIndicator, absentCountsAsZero }) => ({
  sibling: (name) => siblings[name],
  cell: () => cell,
  column: () => column,
  price: () => price,
  ...(hasIndicator && { achievement: { kind: 'cumulative' as const, direction: 'higher' as const, absentCountsAsZero } }),
}));
