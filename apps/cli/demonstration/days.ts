import type { Instant } from '../../../libs/kernel/clock.ts';
import { dayAfter, dayInJapan, type Day } from '../../../libs/kernel/day.ts';
import { isOpenDay } from '../../../libs/municipality/calendar.ts';

/** Some three years: from the founding on the moved clock to the day on which the demonstration was really made. */
const daysOfHistory = 1_096;

/** When the municipality was founded on the moved clock, if its demonstration is made now. */
export function foundingMoment(now: Instant): Instant {
  return timeOn(dayAfter(dayInJapan(now), -daysOfHistory), '09:00');
}

/** The day on which the demonstration was begun; everything in it is before that day. */
export function dayOfMaking(foundedAt: Instant): Day {
  return dayAfter(dayInJapan(foundedAt), daysOfHistory);
}

export function timeOn(day: Day, time: string): Instant {
  return new Date(`${day}T${time}:00+09:00`).toISOString();
}

/** 開庁日 so many open days after a day, or before it; with 0 the day itself, else the last open one before it. */
export function openDay(from: Day, days: number): Day {
  let day = lastOpen(from);
  for (let left = Math.abs(days); left > 0; left -= 1) {
    do day = dayAfter(day, days < 0 ? -1 : 1); while (!isOpen(day));
  }
  return day;
}

function lastOpen(day: Day): Day {
  return isOpen(day) ? day : lastOpen(dayAfter(day, -1));
}

function isOpen(day: Day): boolean {
  return isOpenDay({ closed: [], opened: [] }, day);
}
