import { expect, it } from '@jest/globals';
import { dividesByZero } from './divides-by-zero.ts';
import { parseFormula } from './parse-formula.ts';
import type { Formula } from './formula.ts';

it.each(['a / 0', 'a / (2 - 2)', 'sum(b, a / 0.00)', '1 / round(0.04, 1)', '-(a / -0)', 'round(a / (1 - 1), 1)', 'a / (0 * 5) / b'])(
  '%s divides by zero, whatever a is', (text) => expect(dividesByZero(parseFormula(text) as Formula)).toBe(true));

it.each(['a / b', 'a / (b - b)', '0 / a', 'a / 2', 'a * 0', 'a / total(cost)', 'a / (1 / 3)'])(
  '%s may do well', (text) => expect(dividesByZero(parseFormula(text) as Formula)).toBe(false));
