import type { Instant } from '../../kernel/clock.ts';
import { isDay } from '../../kernel/day.ts';

/** The last day on which something is in time, and the moment at which that day ends. */
export interface Deadline {
  readonly date: string;
  readonly at: Instant;
}

/** A calendar day in Japan, or undefined when there is no such day. */
export function deadlineOn(date: string): Deadline | undefined {
  return isDay(date) ? { date, at: new Date(`${date}T23:59:59.999+09:00`).toISOString() } : undefined;
}
