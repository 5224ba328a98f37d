import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyFormula } from './testing/formula-examples.ts';
import { namesIn } from './names-in.ts';
import { orderOfEvaluation } from './order-of-evaluation.ts';
import { parseFormula } from './parse-formula.ts';
import type { Formula } from './formula.ts';

function ordered(texts: Record<string, string>) {
  return orderOfEvaluation(new Map(Object.entries(texts).map(([name, text]) => [name, parseFormula(text) as Formula])));
}

describe('formulas are computed', () => {
  it('after those that they read', () => {
    expect(ordered({ rate: 'settled / final', final: 'budget + transfers', share: 'rate / total(rate)' })).toEqual({ order: ['final', 'rate', 'share'] });
    expect(ordered({ growth: 'cost - cell("first", "full")', full: 'cost + labour', labour: 'staff * price("full")' }))
      .toEqual({ order: ['labour', 'full', 'growth'] });
  });

  it('in no order where they wait for each other', () => {
    expect(ordered({ a: 'b + 1', b: 'total(c)', c: 'cell("first", "b")' })).toEqual({ cycle: ['b', 'c'] });
    expect(ordered({ a: 'a + 1' })).toEqual({ cycle: ['a'] });
    expect(ordered({ a: 'price("a") + constant' })).toEqual({ order: ['a'] });
  });

  it('each once, and after all that they read, whatever they are', () => {
    fc.assert(fc.property(fc.dictionary(fc.constantFrom('a', 'b', 'cost', 'last-year', 'other'), anyFormula), (formulas) => {
      const found = orderOfEvaluation(new Map(Object.entries(formulas)));
      const reads = (name: string, other: string) => namesIn(formulas[name]!).some((reference) =>
        reference.kind !== 'price' && other === (reference.kind === 'cell' ? reference.column : reference.name));
      if ('cycle' in found) {
        found.cycle.forEach((name, index) => expect(reads(name, found.cycle[(index + 1) % found.cycle.length]!)).toBe(true));
        return;
      }
      expect([...found.order].sort()).toEqual(Object.keys(formulas).sort());
      found.order.forEach((name, index) => {
        for (const later of found.order.slice(index)) expect(reads(name, later)).toBe(false);
      });
    }), { numRuns: 1_000 });
  });
});
