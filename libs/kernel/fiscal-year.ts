import type { Instant } from './clock.ts';
import { dayInJapan } from './day.ts';

/** The integer of the year in which the fiscal year's April falls. */
export type FiscalYear = number;

/** Offices call a whole fiscal year by the era that holds at its end: 2019 is 令和元年度 although its April was 平成31年. */
const eras = [
  { name: '令和', firstFiscalYear: 2019 },
  { name: '平成', firstFiscalYear: 1989 },
  { name: '昭和', firstFiscalYear: 1926 },
] as const;

/** April 1926 was still 大正15年, so no paper speaks of an earlier 昭和 fiscal year than the second. */
const earliest = 1927;

/** A form has room for four digits. */
const latest = 9999;

const firstDay = '04-01';

export function isFiscalYear(year: number): year is FiscalYear {
  return Number.isInteger(year) && year >= earliest && year <= latest;
}

/** 「令和2(2020)年度」, as the offices' papers head their columns. */
export function printFiscalYear(year: FiscalYear): string {
  const era = isFiscalYear(year) ? eras.find((candidate) => year >= candidate.firstFiscalYear) : undefined;
  if (era === undefined) throw new RangeError(`${year} is not a fiscal year`);
  const yearOfEra = year - era.firstFiscalYear + 1;
  return `${era.name}${yearOfEra === 1 ? '元' : yearOfEra}(${year})年度`;
}

/** The fiscal year that runs in Japan at that moment. */
export function fiscalYearAt(instant: Instant): FiscalYear {
  const day = dayInJapan(instant);
  const year = Number(day.slice(0, 4));
  return day.slice(5) >= firstDay ? year : year - 1;
}
