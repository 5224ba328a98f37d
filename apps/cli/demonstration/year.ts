import type { Instant } from '../../../libs/kernel/clock.ts';
import { dayAfter, type Day } from '../../../libs/kernel/day.ts';
import type { FiscalYear } from '../../../libs/kernel/fiscal-year.ts';
import type { YearIndex } from './answers.ts';
import { openDay, timeOn } from './days.ts';

/** One year of the demonstration: when its cycle was opened, and by when what is due. */
export interface DemonstrationYear {
  readonly year: FiscalYear;
  readonly index: YearIndex;
  readonly openedOn: Day;
  readonly periods: { readonly submission: Day; readonly approval: Day; readonly acceptance: Day };
}

/** The cycle that runs was opened some two months ago, so that its submission is over for those who were given no longer. */
const daysSinceOpening = 60;

/** The two years that are over, and the one in which the demonstration was made. */
export function yearsUntil(today: Day, running: FiscalYear): readonly [DemonstrationYear, DemonstrationYear, DemonstrationYear] {
  const past = (year: FiscalYear, index: YearIndex) => yearOpenedOn(openDay(`${year}-05-15`, 0), year, index);
  return [past(running - 2, 0), past(running - 1, 1), yearOpenedOn(openDay(dayAfter(today, -daysSinceOpening), 0), running, 2)];
}

function yearOpenedOn(openedOn: Day, year: FiscalYear, index: YearIndex): DemonstrationYear {
  const due = (days: number) => openDay(dayAfter(openedOn, days), 0);
  return { year, index, openedOn, periods: { submission: due(45), approval: due(66), acceptance: due(86) } };
}

/** Two sheets are seldom worked on in the same minute. */
export function momentOn(day: Day, hour: number, place: number): Instant {
  return timeOn(day, `${String(hour).padStart(2, '0')}:${String(place * 7 % 60).padStart(2, '0')}`);
}

/** The second half of a year that is over, in open days after it was opened. */
export const autumn = {
  inHouse: 49, opening: 56, handOver: 58, question: 64, opinion: 74, paper: 75, revised: 79, draft: 82, subgroup: 88, concluding: 93,
  closing: 104, response: 106, mayor: 117, final: 122, committeePapers: 124, council: 132, public: 142, correction: 150, corrected: 153,
  /** Of the first year when the next one is under way, of the second when the plan was revised. */
  results: [262, 166],
} as const;

/** 改定, in open days after the last year was opened: over before the running one is. */
export const revision = { opened: 145, proposed: 147, discussed: 151, declined: 155, adopted: 159 } as const;

/** What has come so far in the year that runs. */
export const summer = { inHouse: 20, decided: 22, called: 24, handOver: 25, question: 27, answer: 29, opinion: 29, draft: 31 } as const;
