import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fiscalYearAt, isFiscalYear, printFiscalYear } from './fiscal-year.ts';

describe('a fiscal year in print', () => {
  it.each([
    [2026, '令和8(2026)年度'],
    [2020, '令和2(2020)年度'],
    [2019, '令和元(2019)年度'],
    [2018, '平成30(2018)年度'],
    [1989, '平成元(1989)年度'],
    [1988, '昭和63(1988)年度'],
    [1947, '昭和22(1947)年度'],
    [1927, '昭和2(1927)年度'],
  ])('%d is %s', (year, printed) => {
    expect(printFiscalYear(year)).toBe(printed);
  });

  it.each([1926, 10_000, 2020.5, Number.NaN, Number.POSITIVE_INFINITY])('%d is none', (year) => {
    expect(isFiscalYear(year)).toBe(false);
    expect(() => printFiscalYear(year)).toThrow(RangeError);
  });

  it('gives every year its own name', () => {
    fc.assert(fc.property(fc.integer({ min: 1927, max: 9998 }), (year) => {
      expect(printFiscalYear(year)).not.toBe(printFiscalYear(year + 1));
    }));
  });
});

describe('the fiscal year at a moment', () => {
  it.each([
    ['the last millisecond of 31 March in Japan', '2020-03-31T14:59:59.999Z', 2019],
    ['midnight of 1 April in Japan', '2020-03-31T15:00:00.000Z', 2020],
    ['1 April in London', '2020-04-01T00:00:00.000Z', 2020],
    ['the first hours of the year in Japan', '2019-12-31T16:00:00.000Z', 2019],
    ['the last day of the year', '2020-12-31T14:59:59.999Z', 2020],
    ['the same midnight written with its offset', '2020-04-01T00:00:00+09:00', 2020],
    ['midnight of 1 April in the year whose summer had its own time', '1949-03-31T15:00:00.000Z', 1949],
  ])('%s', (_moment, instant, year) => {
    expect(fiscalYearAt(instant)).toBe(year);
  });

  it('refuses what is no moment', () => {
    expect(() => fiscalYearAt('令和2年4月1日')).toThrow(RangeError);
  });
});
