import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { add, compare, divide, isMultiple, multiply, readDecimal, roundHalfUp, squareRoot, subtract } from './decimal.ts';

/** As many places as a cell may have, so that a decimal is a whole number of its last places. */
const places = 15;
const scaled = fc.bigInt({ min: -(10n ** 45n), max: 10n ** 45n });

/** The decimal that is so many units of its last place, written by hand. */
function spelled(units: bigint, behindPoint: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(behindPoint + 1, '0');
  const fraction = digits.slice(digits.length - behindPoint).replace(/0+$/u, '');
  const size = digits.slice(0, digits.length - behindPoint) + (fraction === '' ? '' : `.${fraction}`);
  return units < 0n ? `-${size}` : size;
}

describe('a decimal', () => {
  it.each([
    ['0', '0'], ['-0', '0'], ['-0.00', '0'], ['007.50', '7.5'], ['-131676', '-131676'], ['1000000000000000000000000000000', '1000000000000000000000000000000'],
    ['0.000000000000001', '0.000000000000001'],
  ])('%j is spelled %s', (text, canonical) => expect(readDecimal(text)).toBe(canonical));

  it.each(['', ' 1', '1e5', '0x10', '.5', '5.', '+1', '1,000', 'NaN', 'Infinity', '１', '--1'])('%j is none', (text) => {
    expect(readDecimal(text)).toBeUndefined();
  });

  it('is exact where binary floats are not', () => {
    expect(add('0.1', '0.2')).toBe('0.3');
    expect(subtract('0.3', '0.1')).toBe('0.2');
    expect(multiply('1.1', '1.1')).toBe('1.21');
    expect(add('9007199254740992', '1')).toBe('9007199254740993');
  });

  it('has no division by zero, and no negative zero', () => {
    expect(divide('5', '0')).toBeUndefined();
    expect(divide('0', '0')).toBeUndefined();
    expect(divide('0', '-5')).toBe('0');
    expect(multiply('-5', '0')).toBe('0');
    expect(roundHalfUp('-0.04', 1)).toBe('0');
  });

  it.each([
    ['7.5', '0.5', true], ['-7.5', '0.5', true], ['0', '0.5', true], ['0.3', '0.1', true], ['7.25', '0.5', false], ['0.1', '0.3', false],
    ['1', '0', false], ['0', '0', false],
  ])('%s comes of whole steps of %s: %s', (amount, step, comes) => expect(isMultiple(amount, step)).toBe(comes));

  it('divides to a hundred digits', () => {
    expect(divide('1', '3')).toBe(`0.${'3'.repeat(100)}`);
    expect(divide('2', '-3')).toBe(`-0.${'6'.repeat(99)}7`);
  });

  it.each([
    ['97.75', 1, '97.8'], ['97.749', 1, '97.7'], ['-97.75', 1, '-97.8'], ['0.05', 1, '0.1'], ['-0.05', 1, '-0.1'], ['2.5', 0, '3'],
    ['-2.5', 0, '-3'], ['1.005', 2, '1.01'], ['999.95', 1, '1000'], ['5', 1, '5'],
  ])('%s to %i places is %s', (value, to, rounded) => expect(roundHalfUp(value, to)).toBe(rounded));
});

describe('decimals of any cell count as whole numbers of their last place do', () => {
  it('squared, and their roots taken', () => {
    fc.assert(fc.property(scaled, (one) => {
      const size = spelled(one < 0n ? -one : one, places);
      expect(squareRoot(multiply(size, size))).toBe(size);
    }));
  });

  it('added, subtracted and compared', () => {
    fc.assert(fc.property(scaled, scaled, (one, other) => {
      const [first, second] = [spelled(one, places), spelled(other, places)];
      expect(add(first, second)).toBe(spelled(one + other, places));
      expect(subtract(first, second)).toBe(spelled(one - other, places));
      expect(Math.sign(compare(first, second))).toBe(one < other ? -1 : Number(one > other));
    }), { numRuns: 2_000 });
  });

  it('multiplied, and divided again', () => {
    fc.assert(fc.property(scaled, scaled.filter((other) => other !== 0n), (one, other) => {
      const product = multiply(spelled(one, places), spelled(other, places));
      expect(product).toBe(spelled(one * other, places * 2));
      expect(divide(product, spelled(other, places))).toBe(spelled(one, places));
    }), { numRuns: 2_000 });
  });

  it('rounded half up by magnitude', () => {
    fc.assert(fc.property(scaled, fc.integer({ min: 0, max: places }), (units, to) => {
      const step = 10n ** BigInt(places - to);
      const size = ((units < 0n ? -units : units) + step / 2n) / step;
      expect(roundHalfUp(spelled(units, places), to)).toBe(spelled(units < 0n ? -size : size, to));
    }), { numRuns: 2_000 });
  });
});

it('a quotient is rounded as the exact fraction would be', () => {
  fc.assert(fc.property(scaled, fc.bigInt({ min: 1n, max: 10n ** 45n }), (amount, by) => {
    const size = ((amount < 0n ? -amount : amount) * 2000n + by) / (2n * by);
    const quotient = divide(spelled(amount, places), spelled(by, places));
    expect(quotient && roundHalfUp(quotient, 3)).toBe(spelled(amount < 0n ? -size : size, 3));
  }), { numRuns: 2_000 });
});
