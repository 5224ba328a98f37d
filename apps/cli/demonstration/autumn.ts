import { sheetId } from '../../../libs/evaluation/domain/sheet.ts';
import type { PlanContents } from '../../../libs/plan/domain/plan.ts';
import { attainmentOf } from './answers.ts';
import { assigning, citizenIn, membersOfSubgroup, readersOfRest } from './committee.ts';
import { courses } from './content/courses.ts';
import { meetings, minutesOf } from './content/meetings.ts';
import type { Member } from './content/members.ts';
import type { YearOfSecondEvaluations } from './content/second-evaluation.ts';
import { secondEvaluationsLastYear } from './content/second-evaluations-last-year.ts';
import { secondEvaluationsTwoYearsAgo } from './content/second-evaluations-two-years-ago.ts';
import { openDay, timeOn } from './days.ts';
import type { Doing } from './deeds.ts';
import { meeting, type SheetItem } from './meetings.ts';
import { publications } from './publication.ts';
import { generalRecommendation, responsesTo } from './responses.ts';
import { adoption, StageCourse, type SheetInStages } from './stage-course.ts';
import { autumn, type DemonstrationYear } from './year.ts';

const secondEvaluations: readonly [YearOfSecondEvaluations, YearOfSecondEvaluations] = [secondEvaluationsTwoYearsAgo, secondEvaluationsLastYear];

const grades = { a: 'A（達成）', b: 'B（概ね達成）', c: 'C（達成が不十分）' };
/** Policies of which the sub-group has the measures. */
const ofSubgroup: ReadonlySet<string> = new Set(['2', '3']);
const whyPoliciesSkip = '政策の評価は、構成する施策の二次評価により確認したため、委員会への付議を省略する。';

/** The second half of a year that is over: meetings, conclusions, responses, and what was published of it. */
export function autumnOf(year: DemonstrationYear, index: 0 | 1, plan: PlanContents): readonly Doing[] {
  const second = secondEvaluations[index];
  const sheets = sheetsOf(plan, index, second);
  return [
    ...sheets.flatMap((sheet) => new StageCourse(year, sheet, second[sheet.number]).doings()),
    adoption(year, sheets.map(({ node }) => node)),
    ...assignments(year, index, sheets.filter(({ number }) => second[number] !== undefined)),
    ...meetingsOf(year, index, plan, sheets),
    ...sheets.flatMap((sheet) => responsesTo(year, sheet, second[sheet.number]?.recommendations ?? [])),
    ...publications(year, plan),
  ];
}

function sheetsOf(plan: PlanContents, index: 0 | 1, second: YearOfSecondEvaluations): readonly SheetInStages[] {
  return [...plan.nodes.values()].filter(({ level }) => level !== 'project').map(({ id: node, number, section, related, level }, place) => {
    const attainment = attainmentOf(number, index);
    return {
      node, number, place, related, attainment, section: courses[index][number]?.transferred?.to ?? section,
      skippedFor: level === 'policy' && attainment !== 'a' ? whyPoliciesSkip : undefined,
      isOfSubgroup: second[number] !== undefined && ofSubgroup.has(number.split('-')[0] ?? ''),
    };
  });
}

/** 分担 between the sub-group and the others. */
function assignments({ year, openedOn }: DemonstrationYear, index: 0 | 1, sheets: readonly SheetInStages[]): readonly Doing[] {
  const at = timeOn(openDay(openedOn, autumn.handOver), '16:30');
  const ids = (isOfSubgroup: boolean) => sheets.filter((sheet) => sheet.isOfSubgroup === isOfSubgroup).map(({ node }) => sheetId(year, node));
  return [
    assigning(`assigned to the sub-group ${year}`, at, ids(true), membersOfSubgroup),
    assigning(`assigned to the others ${year}`, at, ids(false), readersOfRest(index)),
  ];
}

function meetingsOf(demonstrated: DemonstrationYear, index: 0 | 1, plan: PlanContents, sheets: readonly SheetInStages[]): readonly Doing[] {
  const { year, openedOn } = demonstrated;
  const { opening, subgroup, concluding, closing } = meetings[index];
  const itemOf = (isOfSubgroup: boolean) => ({ node, number }: SheetInStages): readonly SheetItem[] => {
    const evaluation = secondEvaluations[index][number];
    const name = `施策${number}「${plan.nodes.get(node)?.name.ja ?? ''}」`;
    if (evaluation === undefined) return [];
    return [{ title: `${name}の二次評価について`, sheet: sheetId(year, node), minutes: minutesOf(name, grades[evaluation.attainment], isOfSubgroup) }];
  };
  const [inSubgroup, all] = [sheets.filter(({ isOfSubgroup }) => isOfSubgroup), sheets.flatMap((sheet) => itemOf(sheet.isOfSubgroup)(sheet))];
  const roster: readonly Member[] = ['scholar', 'welfare', 'commerce', citizenIn(index), 'physician'];
  const on = (day: number) => openDay(openedOn, day);
  return [
    ...meeting({ name: `opening ${year}`, on: on(autumn.opening), content: opening, sheets: [], roster }),
    ...meeting({
      name: `sub-group ${year}`, on: on(autumn.subgroup), isOfSubgroup: true, content: subgroup, sheets: inSubgroup.flatMap(itemOf(false)),
      roster: membersOfSubgroup,
    }),
    ...meeting({ name: `concluding ${year}`, on: on(autumn.concluding), content: concluding, sheets: all, roster }),
    ...meeting({ name: `closing ${year}`, on: on(autumn.closing), content: closing, sheets: [], roster }),
    ...generalRecommendation(demonstrated, closing.general, { on: on(autumn.closing), recordedOn: on(autumn.closing) }),
  ];
}
