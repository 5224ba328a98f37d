import type { PlanContents } from '../../../libs/plan/domain/plan.ts';
import { policies } from './content/policies.ts';
import type { MeasureContent, Money, PolicyContent, ProjectContent } from './content/policy.ts';

/** What is typed into a sheet, in the two sittings in which it is written. */
export interface Answers {
  readonly first: Typed;
  readonly second: Typed;
  /** In place of provisional figures, where there were any. */
  readonly replacing: Typed;
}

export type Typed = Readonly<Record<string, unknown>>;

/** Which of the three years that sheets are about. */
export type YearIndex = 0 | 1 | 2;

export function policyAnswers({ years }: PolicyContent, year: YearIndex): Answers {
  const { circumstances, needs, attainment, reason, direction, nextSteps } = years[year];
  return {
    first: given({ circumstances, needs, attainment }),
    second: given({ reason, direction, 'next-steps': nextSteps }),
    replacing: {},
  };
}

export function measureAnswers(measure: MeasureContent, year: YearIndex, plan: PlanContents, provisional?: number): Answers {
  const { circumstances, activities, attainment, reason, direction, directionReason, nextSteps } = measure.years[year];
  const judgement = given({
    attainment, reason, direction, 'direction-reason': directionReason, 'next-steps': nextSteps,
    need: ['yes'], efficiency: attainment === 'c' ? [] : ['yes'], fairness: ['yes'],
  });
  return {
    first: { circumstances, activities, ...actuals(measure, year, plan), ...projects(measure, year, plan) },
    second: { ...figures(measure, year, provisional), ...judgement },
    replacing: figures(measure, year),
  };
}

function actuals({ number, indicators }: MeasureContent, year: YearIndex, plan: PlanContents): Typed {
  const node = [...plan.nodes.values()].find((one) => one.number === number)?.id;
  const rows = [...plan.indicators.values()].filter((one) => one.node === node);
  return Object.fromEntries(rows.flatMap(({ id, number: place }) => {
    const { actuals: typed, remark } = indicators[Number(place) - 1] as MeasureContent['indicators'][number];
    return [[`indicators/${id}/actual`, typed[year]], ...(remark === undefined ? [] : [[`indicators/${id}/remark`, remark]])];
  }));
}

/** A project that came into the plan later has nothing to show for the years before. */
const notBegun: Pick<ProjectContent, 'costs' | 'results'> = { costs: [0, 0, 0], results: ['', '', '次の年度に始める事業であり、実績はない。'] };

function projects({ number, projects: own }: MeasureContent, year: YearIndex, plan: PlanContents): Typed {
  const node = [...plan.nodes.values()].find((one) => one.number === number)?.id;
  const rows = [...plan.nodes.values()].filter(({ parent }) => parent === node);
  return Object.fromEntries(rows.flatMap(({ id }, index) => {
    const { costs, results } = own[index] ?? notBegun;
    return [[`projects/${id}/project-cost`, thousands(costs[year])], [`projects/${id}/project-result`, results[year]]];
  }));
}

function figures({ money, financing, labour }: MeasureContent, year: YearIndex, provisional?: number): Typed {
  const [, , settledAtLast] = money[year + 2] as Money;
  const settled = provisional ?? settledAtLast;
  const [national, prefecture, other] = [financing.national, financing.prefecture, financing.other]
    .map((percent) => Math.floor(settled * percent / 100)) as [number, number, number];
  const table = ['two-years-before', 'year-before', 'this-year'].flatMap((row, index) => {
    const [budget, transfers, ownSettled] = money[year + index] as Money;
    return [
      [`budget/${row}/budget`, thousands(budget)],
      [`budget/${row}/transfers`, thousands(transfers)],
      [`budget/${row}/settled`, thousands(row === 'this-year' ? settled : ownSettled)],
    ];
  });
  const costs = { national, prefecture, bonds: 0, other, general: settled - national - prefecture - other };
  return {
    ...Object.fromEntries(table),
    ...Object.fromEntries(Object.entries(costs).map(([column, amount]) => [`costs/this-year/${column}`, thousands(amount)])),
    'costs/this-year/labour': labour[year],
  };
}

/** As the offices write them, with △ for what is taken away. */
function thousands(amount: number): string {
  return `${amount < 0 ? '△ ' : ''}${Math.abs(amount).toLocaleString('en-US')}`;
}

function given(fields: Readonly<Record<string, unknown>>): Typed {
  return Object.fromEntries(Object.entries(fields).filter(([, content]) => content !== undefined));
}

/** What a section thought of its own year. */
export function attainmentOf(number: string, year: 0 | 1): 'a' | 'b' | 'c' {
  const found = policies.flatMap((policy) => [policy, ...policy.measures]).find((one) => one.number === number);
  if (found === undefined) throw new Error(`nothing is written about ${number}`);
  return found.years[year].attainment;
}
