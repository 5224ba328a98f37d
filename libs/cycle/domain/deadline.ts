import type { Instant } from '../../kernel/clock.ts';

/** The last day on which something is in time, and the moment at which that day ends. */
export interface Deadline {
  readonly date: string;
  readonly at: Instant;
}

/** A calendar day in Japan, or undefined when there is no such day. */
export function deadlineOn(date: string): Deadline | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return undefined;
  const end = new Date(`${date}T23:59:59.999+09:00`);
  if (Number.isNaN(end.getTime())) return undefined;
  const at = end.toISOString();
  // 31 February is taken for a day in March by the parser; it is none.
  return new Date(end.getTime() + 9 * 3_600_000).toISOString().startsWith(date) ? { date, at } : undefined;
}
