import { cycleDecider, cycleStream, deadlineFor, type OpenCycle } from '../../../cycle/domain/cycle.ts';
import type { Deadline } from '../../../cycle/domain/deadline.ts';
import { reject } from '../../../kernel/decision.ts';
import type { FiscalYear } from '../../../kernel/fiscal-year.ts';
import { ownSections, type Asker } from '../../../platform/access/asker.ts';
import { queryOf, type Answering } from '../../../platform/reads/question.ts';
import { stageOf } from '../../../scheme/domain/scheme.ts';
import { recommendationDecider } from '../../domain/recommendations/recommendation.ts';
import { sheetDecider, sheetId } from '../../domain/sheet.ts';
import { committeeOf, schemeOfSheet } from '../../facts.ts';
import { placeOfRecommendation } from '../../recommendation-facts.ts';
import { nodesFor, type NodeShown } from '../nodes.ts';
import { deliberationOwed } from './deliberation-owed.ts';
import { dutiesModel, owers, type DutyRow } from './duties.model.ts';
import { periodOf, type DutyKind, type Owers } from './owed.ts';

export interface ListDutiesAsked {
  readonly year?: FiscalYear;
}

/** A duty as whoever owes it sees it. */
export interface DutyShown {
  readonly kind: DutyKind;
  /** Where it is owed on one. */
  readonly recommendation?: RecommendationOwed;
  /** Absent, as its node is, where a recommendation belongs to none. */
  readonly sheet?: string;
  readonly year: FiscalYear;
  readonly node?: NodeShown;
  readonly section: string;
  readonly department: string;
  /** Any one of them does it; what a committee owes is told by member. */
  readonly by: Owers;
  readonly since: { readonly event: string; readonly at: string };
  /** Absent where the cycle names no day. */
  readonly due?: Deadline;
  readonly overdue: boolean;
}

interface RecommendationOwed {
  readonly id: string;
  /** A general one may have none. */
  readonly number: number | undefined;
  readonly text: string;
}

/** What the asker owes under the appointment under which he asks: what is due first comes first. */
export const ListDuties = queryOf({
  name: 'evaluation.list-duties',
  model: dutiesModel,
  async answer({ year }: ListDutiesAsked, answering, model) {
    const { asker, may } = answering;
    if (!may({})) return reject('not-allowed');
    const rows = model.all<DutyRow>(
      `SELECT duties.* FROM duties_owing JOIN duties USING (duty)
       WHERE duties_owing.municipality = @municipality AND ower IN (SELECT value FROM json_each(@owers)) AND (@year IS NULL OR year = @year)`,
      { municipality: asker.municipality, owers: JSON.stringify(owedAs(asker)), year: year ?? null });
    const duties = await shown(rows, answering);
    return { duties: duties.filter(({ by }) => !('member' in by) || by.member === asker.appointment) };
  },
});

/** What everybody owes, by section: whoever runs the year sees who still owes what. */
export const ListAllDuties = queryOf({
  name: 'evaluation.list-all-duties',
  model: dutiesModel,
  async answer({ year }: ListDutiesAsked, answering, model) {
    const { asker: { municipality }, may } = answering;
    if (!may({})) return reject('not-allowed');
    const rows = model.all<DutyRow>(
      'SELECT * FROM duties WHERE municipality = @municipality AND (@year IS NULL OR year = @year)', { municipality, year: year ?? null });
    const bySection = Map.groupBy(await shown(rows, answering), ({ section }) => section);
    return {
      sections: [...bySection].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([section, duties]) => ({ section, duties })),
    };
  },
});

function owedAs(asker: Asker): readonly string[] {
  const { role, post, committee } = asker;
  return [
    ...(committee === undefined ? [] : [owers.committee(committee)]),
    ...(post === undefined ? [] : [owers.post(post)]),
    ...(role === 'staff' ? ownSections(asker).map(owers.staffOf) : []),
    ...(role === 'secretariat' ? [owers.secretariat] : []),
  ];
}

async function shown(found: readonly DutyRow[], answering: Answering): Promise<readonly DutyShown[]> {
  const { asker: { municipality }, states, now } = answering;
  const rows = (await Promise.all(found.map((row) => byMember(row, answering)))).flat();
  const cycles = new Map<FiscalYear, OpenCycle>();
  for (const { year } of rows) {
    if (cycles.has(year)) continue;
    const { state } = await states.fold(cycleDecider, cycleStream(municipality, year));
    if (state.phase === 'open') cycles.set(year, state);
  }
  const nodes = await nodesFor(rows.flatMap(({ plan }) => (plan === null ? [] : [{ plan }])), answering);
  const recommendations = await recommendationsFor(rows, answering);
  const at = now();
  return rows.map((row): Due => ({
    row, due: dueFor(row, cycles.get(row.year)), recommendation: recommendations.get(row.stream),
  })).toSorted(byDueThenPlace).map(({ row, due, recommendation }) => ({
    kind: row.kind,
    ...(recommendation !== undefined && { recommendation }),
    ...(row.node !== null && { sheet: sheetId(row.year, row.node) }),
    year: row.year,
    ...(row.plan !== null && row.node !== null && { node: nodes.shown({ plan: row.plan, node: row.node }) }),
    section: row.section,
    department: row.department,
    by: JSON.parse(row.by) as Owers,
    since: { event: row.openedBy, at: row.since },
    ...(due !== undefined && { due }),
    overdue: due !== undefined && at > due.at,
  }));
}

/** The recommendations on which something is owed, by stream, as the asker may see them. */
async function recommendationsFor(rows: readonly DutyRow[], { states, seen }: Answering): Promise<ReadonlyMap<string, RecommendationOwed>> {
  const found = new Map<string, RecommendationOwed>();
  for (const { stream, recommendation: id } of rows) {
    if (id === null || found.has(stream)) continue;
    const { state } = await states.fold(recommendationDecider, stream);
    const recommendation = await seen(recommendationDecider, stream, placeOfRecommendation(state));
    if (recommendation.phase !== 'absent') found.set(stream, { id, number: recommendation.number, text: recommendation.text });
  }
  return found;
}

/** What a committee owes, as what each of its members owes today; every other duty as it is. */
async function byMember(row: DutyRow, { asker: { municipality }, states, now }: Answering): Promise<readonly DutyRow[]> {
  if (row.kind !== 'deliberate') return [row];
  const { state: sheet } = await states.fold(sheetDecider, row.stream);
  const work = sheet.phase === 'handed-over' ? sheet.works[sheet.stage] : undefined;
  const committee = await committeeOf(states, municipality, work?.handOver.committee ?? '');
  if (sheet.phase !== 'handed-over' || work === undefined || committee === undefined) return [];
  const scheme = await schemeOfSheet(states, { municipality }, sheet);
  const asksForOpinions = stageOf(scheme, sheet.stage)?.opinion !== undefined;
  return deliberationOwed({ sheet, work, committee }, now(), asksForOpinions)
    .map(({ kind, member }) => ({ ...row, kind, by: JSON.stringify({ member } satisfies Owers) }));
}

function dueFor({ kind, department, node }: DutyRow, cycle: OpenCycle | undefined): Deadline | undefined {
  const period = periodOf[kind];
  return cycle && period && node !== null ? deadlineFor(cycle, period, { department, node }) : undefined;
}

interface Due {
  readonly row: DutyRow;
  readonly due: Deadline | undefined;
  readonly recommendation: RecommendationOwed | undefined;
}

/** What is due on no day comes last; on one day the order is that of the sheets in their cycle, and on a sheet that of what is recommended. */
function byDueThenPlace(one: Due, other: Due): number {
  const [first, second] = [one, other].map(({ due }) => due?.at ?? 'never');
  if (first !== second) return first as string < (second as string) ? -1 : 1;
  return one.row.year - other.row.year || one.row.place - other.row.place || numberOf(one) - numberOf(other);
}

function numberOf({ recommendation }: Due): number {
  return recommendation?.number ?? 0;
}
