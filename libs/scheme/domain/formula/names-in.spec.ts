import { describe, expect, it } from '@jest/globals';
import { namesIn } from './names-in.ts';
import { parseFormula } from './parse-formula.ts';
import { nameOf, type Formula } from './formula.ts';

const named = (text: string) => namesIn(parseFormula(text) as Formula);

describe('the names in a formula', () => {
  it('say what is read, and how', () => {
    expect(named('staff * price("labour") + total(cost) - cell("first", "cost")')).toEqual([
      { kind: 'sibling', name: 'staff' },
      { kind: 'price', name: 'labour' },
      { kind: 'column', name: 'cost' },
      { kind: 'cell', row: 'first', column: 'cost' },
    ]);
  });

  it('are each named once, but as often as they are read differently', () => {
    expect(named('cost / sum(cost, cost) + total(cost)')).toEqual([{ kind: 'sibling', name: 'cost' }, { kind: 'column', name: 'cost' }]);
  });

  it.each([
    ['1 + 2', []],
    ['-a', ['a']],
    ['round(a, 1)', ['a']],
    ['min(b, a)', ['b', 'a']],
    ['achievement(target, actual)', ['target', 'actual']],
    ['achievement(target, actual, cell("first", "actual"))', ['target', 'actual', 'first/actual']],
  ])('of %s are %j', (text, names) => expect(named(text).map(nameOf)).toEqual(names));
});
