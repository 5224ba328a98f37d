import { ExtendDeadline, OpenCycle } from '../../../libs/cycle/commands.ts';
import { cycleStream } from '../../../libs/cycle/domain/cycle.ts';
import { sheetId, sheetStream } from '../../../libs/evaluation/domain/sheet.ts';
import { dayAfter, type Day } from '../../../libs/kernel/day.ts';
import { Appoint, EndAppointment } from '../../../libs/municipality/commands.ts';
import { municipalityStream } from '../../../libs/municipality/domain/municipality.ts';
import { ChangeTarget } from '../../../libs/plan/commands.ts';
import type { ChangeTarget as ChangeTargetBody } from '../../../libs/plan/domain/change-target.ts';
import type { PlanContents } from '../../../libs/plan/domain/plan.ts';
import type { PlanNode } from '../../../libs/plan/domain/plan.events.ts';
import { autumnOf } from './autumn.ts';
import { constituting, firstTerm, renewal, succession } from './committee.ts';
import { measureAnswers, policyAnswers, type Answers, type YearIndex } from './answers.ts';
import type { Course } from './content/course.ts';
import { courses } from './content/courses.ts';
import { policies } from './content/policies.ts';
import { openDay, timeOn } from './days.ts';
import { deed, type Doing } from './deeds.ts';
import { municipality, ofPlan, planId } from './office.ts';
import { comingOn, leaving } from './people.ts';
import { planRevision } from './plan-revision.ts';
import { SheetCourse } from './sheet-course.ts';
import { summerOf } from './summer.ts';
import { autumn, type DemonstrationYear } from './year.ts';

type Years = readonly [DemonstrationYear, DemonstrationYear, DemonstrationYear];

/** The two years that are over, under the plan as it was adopted first, and how it came to be revised. */
export function storyOfPast(plan: PlanContents, [first, last, running]: Years, today: Day): readonly Doing[] {
  return [
    ...yearOf(plan, first),
    ...yearOf(plan, last),
    extension('extension last year', last, openDay(last.periods.submission, -3), {
      department: 'welfare', date: openDay(last.periods.submission, 7), reason: '健診の受診率など、国への報告値の確定を待つ必要があるため。',
    }),
    ...targetChanges(plan, last),
    ...autumnOf(first, 0, plan),
    ...constituting('first', openDay(first.openedOn, autumn.opening)),
    ...succession(last.year, firstTerm(first.year, today)),
    ...autumnOf(last, 1, plan),
    ...planRevision(plan, last),
    ...transfersBefore(`${running.year}-04-01`),
  ];
}

/** The year that runs, under the plan as it was revised, but for the last deed. */
export function storyOfRunning(plan: PlanContents, [first, , running]: Years, today: Day): readonly Doing[] {
  return [...yearOf(plan, running), ...renewal(firstTerm(first.year, today), today), ...summerOf(running, plan, today)];
}

/** Done last, and by that it is known that everything was done. */
export function lastDeed(running: DemonstrationYear, today: Day): Doing {
  return extension('extension this year', running, openDay(today, -1), {
    department: 'industry', date: dayAfter(today, 14), reason: '補助金の実績の集計に時間を要するとの申出があったため。',
  });
}

function yearOf(plan: PlanContents, demonstrated: DemonstrationYear): readonly Doing[] {
  const { year, index, openedOn, periods } = demonstrated;
  const sheets = [...plan.nodes.values()].filter(({ level }) => level !== 'project');
  const streams = sheets.map(({ id }) => sheetStream(municipality, sheetId(year, id)));
  const at = timeOn(openedOn, '09:00');
  return [
    deed({
      at, name: `cycle ${year}`, by: 'secretariat', command: OpenCycle, stream: cycleStream(municipality, year),
      body: { year, aboutYear: year - 1, plans: [planId], periods, choose: { levels: ['policy', 'measure'] } },
    }),
    { at, do: (deeds) => deeds.untilOpened(streams) },
    ...sheets.flatMap(({ id, number, section, related }, place) => {
      const course: Course | undefined = courses[index][number];
      const answers = answersOf(number, index, plan, course);
      return new SheetCourse(demonstrated, { node: id, number, place, section, related, answers }, course).doings();
    }),
  ];
}

function answersOf(number: string, index: YearIndex, plan: PlanContents, course: Course | undefined): Answers {
  const policy = policies.find((one) => one.number === number);
  if (policy !== undefined) return policyAnswers(policy, index);
  const measure = policies.flatMap(({ measures }) => measures).find((one) => one.number === number);
  if (measure === undefined) throw new Error(`nothing is written about ${number}`);
  return measureAnswers(measure, index, plan, course?.replaced?.provisional);
}

interface ExtensionForDepartment {
  readonly department: string;
  readonly date: Day;
  readonly reason: string;
}

function extension(name: string, { year }: DemonstrationYear, on: Day, { department, date, reason }: ExtensionForDepartment): Doing {
  return deed({
    at: timeOn(on, '17:10'), name, by: 'secretariat', command: ExtendDeadline, stream: cycleStream(municipality, year),
    body: { period: 'submission', date, for: { department }, reason },
  });
}

/** 目標値の変更: grants went far beyond their targets, as the sheet of that year shows. */
function targetChanges(plan: PlanContents, { year, openedOn }: DemonstrationYear): readonly Doing[] {
  const node = [...plan.nodes.values()].find(({ number }) => number === '1-2') as PlanNode;
  const indicator = [...plan.indicators.values()].find((one) => one.node === node.id && one.number === '1')?.id ?? '';
  const sheet = sheetId(year, node.id);
  return [year, year + 1, year + 2].filter((one) => one <= plan.lastYear).map((changed, later) => deed({
    at: timeOn(openDay(openedOn, 100), `1${later}:30`), name: `target ${changed}`, by: 'secretariat', command: ChangeTarget,
    stream: ofPlan,
    body: async (deeds): Promise<ChangeTargetBody> => {
      const { revision } = await deeds.sheet(sheetStream(municipality, sheet));
      return {
        indicator, year: changed, value: '200件', reason: 'result-exceeded', evidence: [{ sheet, revision }],
        text: '補助率の引上げにより交付件数が目標の2倍を超えたため、実績に応じた目標値に改める。',
      };
    },
  }));
}

function transfersBefore(day: Day): readonly Doing[] {
  const announced = openDay(dayAfter(day, -7), 0);
  const common = { by: 'admin', stream: municipalityStream(municipality) };
  return [
    ...leaving.map((appointment, later) => deed({
      ...common, at: timeOn(announced, `10:0${later}`), name: `leaving ${appointment}`, command: EndAppointment,
      body: { appointment, to: dayAfter(day, -1) },
    })),
    ...comingOn(day).map((appointment, later) => deed({
      ...common, at: timeOn(announced, `10:1${later}`), name: `coming ${appointment.id}`, command: Appoint, body: { appointment },
    })),
  ];
}
