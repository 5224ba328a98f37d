import { describe, expect, it } from '@jest/globals';
import { closedDaysOf, isOpenDay, knownYears } from './calendar.ts';
import type { OfficeCalendar } from './domain/municipality.events.ts';

const usual: OfficeCalendar = { closed: [], opened: [] };
const named = (ja: string) => ({ ja, en: ja });

describe('open and closed days', () => {
  it('are told with their reasons over the turn of the year', () => {
    expect(closedDaysOf(usual, '2026-12-28', '2027-01-05').map(({ date, reason }) => [date, reason])).toEqual([
      ['2026-12-29', 'new-year'], ['2026-12-30', 'new-year'], ['2026-12-31', 'new-year'],
      ['2027-01-01', 'holiday'], ['2027-01-02', 'new-year'], ['2027-01-03', 'new-year'],
    ]);
  });

  it.each([
    ['a Friday', '2026-05-22', true],
    ['a Saturday', '2026-05-23', false],
    ['a Sunday', '2026-05-24', false],
    ['a holiday instead of one that fell on a Sunday', '2026-05-06', false],
    ['the day between two holidays', '2026-09-22', false],
    ['the day after the turn of the year', '2027-01-04', true],
  ])('%s', (_what, date, open) => {
    expect(isOpenDay(usual, date)).toBe(open);
  });

  it('an office closes on days of its own, and opens on any day it likes', () => {
    const own: OfficeCalendar = {
      closed: [{ date: '2026-10-01', name: named('開庁記念日') }],
      opened: [{ date: '2027-03-28', name: named('休日窓口') }, { date: '2027-01-01', name: named('元日開庁') }],
    };
    expect(closedDaysOf(own, '2026-10-01', '2026-10-02')).toEqual([{ date: '2026-10-01', reason: 'own', name: named('開庁記念日') }]);
    expect([isOpenDay(own, '2027-03-28'), isOpenDay(own, '2027-01-01')]).toEqual([true, true]);
  });

  it('know the holidays to the end of the last year that they promise', () => {
    const last = closedDaysOf(usual, `${knownYears.last}-04-01`, `${knownYears.last + 1}-03-31`).filter(({ reason }) => reason === 'holiday');
    expect(last.map(({ date }) => date)).toEqual(expect.arrayContaining([`${knownYears.last + 1}-03-20`, `${knownYears.last}-04-29`]));
  });
});
