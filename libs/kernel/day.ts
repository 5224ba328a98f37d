import type { Instant } from './clock.ts';

/** A calendar day in Japan, "2026-05-20": text order is the order of days. */
export type Day = string;

/** What a day looks like; whether there is such a day, `isDay` says. */
export const dayPattern = /^\d{4}-\d{2}-\d{2}$/;

const hoursAheadOfUtc = 9;
const msPerHour = 3_600_000;

/**
 * The day that it is in Japan at that moment. The offset is fixed on purpose: the time zone database knows a Japanese
 * summer time (1948 to 1951), and a machine may lack the database altogether.
 */
export function dayInJapan(instant: Instant): Day {
  const inJapan = new Date(Date.parse(instant) + hoursAheadOfUtc * msPerHour);
  if (Number.isNaN(inJapan.getTime())) throw new RangeError(`${instant} is not an instant`);
  return inJapan.toISOString().slice(0, 10);
}

/** Whether there is such a day: the parser takes 31 February for a day in March. */
export function isDay(text: string): boolean {
  return dayPattern.test(text) && !Number.isNaN(Date.parse(text)) && dayAfter(text, 0) === text;
}

/** The day so many days after another, or before it. */
export function dayAfter(day: Day, days: number): Day {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** 0 is Sunday. */
export function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}
