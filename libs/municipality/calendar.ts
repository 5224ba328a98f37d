import holidayJp from '@holiday-jp/holiday_jp';
import { dayAfter, weekdayOf, type Day } from '../kernel/day.ts';
import type { Label } from '../kernel/label.ts';
import type { OfficeCalendar } from './domain/municipality.events.ts';

export type ClosedReason = 'own' | 'holiday' | 'new-year' | 'saturday' | 'sunday';

/** A day on which the office is closed 閉庁日, and why; of several reasons the first in the order of their type. */
export interface ClosedDay {
  readonly date: Day;
  readonly reason: ClosedReason;
  readonly name: Label;
}

/** The fiscal years of which every national holiday is known. */
export const knownYears = { first: 1970, last: 2049 };

const holidays: ReadonlyMap<Day, Label> = new Map(
  Object.values(holidayJp.holidays).map(({ date, name, name_en }): [Day, Label] => [date, { ja: name, en: name_en }]));

const newYear: Label = { ja: '年末年始', en: 'Turn of the year' };
const saturday: Label = { ja: '土曜日', en: 'Saturday' };
const sunday: Label = { ja: '日曜日', en: 'Sunday' };

/** Whether the office is open 開庁日. A day that the office opens by its own rule is open whatever it is besides. */
export function isOpenDay(calendar: OfficeCalendar, date: Day): boolean {
  return closedDay(calendar, date) === undefined;
}

/** The days from one to another, both included, on which the office is closed. */
export function closedDaysOf(calendar: OfficeCalendar, from: Day, to: Day): readonly ClosedDay[] {
  const closed: ClosedDay[] = [];
  for (let date = from; date <= to; date = dayAfter(date, 1)) {
    const day = closedDay(calendar, date);
    if (day !== undefined) closed.push(day);
  }
  return closed;
}

function closedDay({ closed, opened }: OfficeCalendar, date: Day): ClosedDay | undefined {
  if (opened.some((one) => one.date === date)) return undefined;
  const own = closed.find((one) => one.date === date);
  if (own !== undefined) return { date, reason: 'own', name: own.name };
  const holiday = holidays.get(date);
  if (holiday !== undefined) return { date, reason: 'holiday', name: holiday };
  const dayOfYear = date.slice(5);
  if (dayOfYear >= '12-29' || dayOfYear <= '01-03') return { date, reason: 'new-year', name: newYear };
  switch (weekdayOf(date)) {
    case 6: return { date, reason: 'saturday', name: saturday };
    case 0: return { date, reason: 'sunday', name: sunday };
    default: return undefined;
  }
}
