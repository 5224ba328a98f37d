import type { Deadline } from '../../cycle/domain/deadline.ts';
import type { Instant } from '../../kernel/clock.ts';
import type { Judged } from './sheet.events.ts';

/** The deadline in force for the sheet; undefined where the cycle names none for this. */
export interface DueFacts {
  readonly deadline?: Deadline;
  readonly cycleRevision: number;
}

export function judge(now: Instant, { deadline, cycleRevision }: Required<DueFacts>): Judged {
  return { late: now > deadline.at, deadline, cycleRevision };
}

export function judgedIfDue(now: Instant, { deadline, cycleRevision }: DueFacts): { readonly judged?: Judged } {
  return deadline === undefined ? {} : { judged: judge(now, { deadline, cycleRevision }) };
}
