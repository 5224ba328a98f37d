import type { Instant } from '../../kernel/clock.ts';
import type { Fault } from '../../kernel/fault.ts';
import type { Label } from '../../kernel/label.ts';
import type { Period, PeriodId } from './cycle.events.ts';
import { deadlineOn } from './deadline.ts';

/** The last day of each period, in Japan. Every cycle has a submission. */
export interface PeriodDays {
  readonly submission: string;
  readonly approval?: string;
  readonly acceptance?: string;
}

/** In the order in which they end. */
const periodNames: Readonly<Record<PeriodId, Label>> = {
  submission: { ja: '一次評価の提出', en: 'Submission' },
  approval: { ja: '承認の完了', en: 'Approval' },
  acceptance: { ja: '事務局の受付', en: 'Acceptance' },
};

const periodIds = Object.keys(periodNames) as readonly PeriodId[];

/** The periods that these days make, and every day that makes none. */
export function periodsOn(days: PeriodDays, now: Instant): { readonly periods: readonly Period[]; readonly faults: readonly Fault[] } {
  const periods: Period[] = [];
  const faults: Fault[] = [];
  for (const id of periodIds) {
    const day = days[id];
    if (day === undefined) continue;
    const deadline = deadlineOn(day);
    if (deadline === undefined) faults.push({ path: `periods.${id}`, message: 'there is no such day' });
    else if (deadline.at < now) faults.push({ path: `periods.${id}`, message: 'this day is over' });
    else periods.push({ id, name: periodNames[id], deadline });
  }
  const overtaken = overtakenIn(periods).map(({ period, message }) => ({ path: `periods.${period}`, message }));
  return { periods, faults: [...faults, ...overtaken] };
}

/** Periods that would end before the one that goes before them; to end on the same day is in order. */
export function overtakenIn(
  periods: readonly Pick<Period, 'id' | 'deadline'>[],
): readonly { readonly period: PeriodId; readonly message: string }[] {
  return periods.flatMap(({ id, deadline }, index) => {
    const before = periods[index - 1];
    return before !== undefined && deadline.at < before.deadline.at
      ? [{ period: id, message: `${id} would end before ${before.id} does` }] : [];
  });
}
