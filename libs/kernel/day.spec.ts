import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dayAfter, dayInJapan, isDay, weekdayOf } from './day.ts';

describe('a day in Japan', () => {
  it.each([
    ['the last millisecond of a day', '2026-05-20T14:59:59.999Z', '2026-05-20'],
    ['midnight', '2026-05-20T15:00:00.000Z', '2026-05-21'],
    ['the last hours of the year in London', '2026-12-31T15:00:00.000Z', '2027-01-01'],
    ['a midnight written with its offset', '2026-04-01T00:00:00+09:00', '2026-04-01'],
    ['a summer that had its own time', '1949-07-01T15:00:00.000Z', '1949-07-02'],
  ])('%s', (_moment, instant, day) => {
    expect(dayInJapan(instant)).toBe(day);
  });

  it('refuses what is no moment', () => {
    expect(() => dayInJapan('令和8年5月20日')).toThrow(RangeError);
  });

  it.each([['2024-02-29', true], ['2026-02-29', false], ['2026-02-31', false], ['2026-13-01', false], ['2026-00-10', false],
    ['2026-6-30', false], ['2026-06-30T00:00', false], ['', false]])('%j: %s', (text, there) => {
    expect(isDay(text)).toBe(there);
  });

  it('knows its neighbours and its place in the week', () => {
    expect([dayAfter('2024-02-28', 1), dayAfter('2026-01-01', -1), weekdayOf('2026-05-17'), weekdayOf('2026-05-23')])
      .toEqual(['2024-02-29', '2025-12-31', 0, 6]);
    fc.assert(fc.property(fc.integer({ min: 0, max: 40_000 }), (days) => {
      const day = dayAfter('1970-01-01', days);
      expect(isDay(day) && dayAfter(day, 1) > day && (weekdayOf(day) + 1) % 7 === weekdayOf(dayAfter(day, 1))).toBe(true);
    }));
  });
});
