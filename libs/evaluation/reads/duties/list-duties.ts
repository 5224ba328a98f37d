import { cycleDecider, cycleStream, deadlineFor, type OpenCycle } from '../../../cycle/domain/cycle.ts';
import type { Deadline } from '../../../cycle/domain/deadline.ts';
import { reject } from '../../../kernel/decision.ts';
import type { FiscalYear } from '../../../kernel/fiscal-year.ts';
import { ownSections, type Asker } from '../../../platform/access/asker.ts';
import { queryOf, type Answering } from '../../../platform/reads/question.ts';
import { sheetId } from '../../domain/sheet.ts';
import { nodesFor, type NodeShown } from '../nodes.ts';
import { dutiesModel, owers, type DutyRow } from './duties.model.ts';
import { periodOf, type DutyKind, type Owers } from './owed.ts';

export interface ListDutiesAsked {
  readonly year?: FiscalYear;
}

/** A duty as whoever owes it sees it. */
export interface DutyShown {
  readonly kind: DutyKind;
  readonly sheet: string;
  readonly year: FiscalYear;
  readonly node: NodeShown;
  readonly section: string;
  readonly department: string;
  /** Any one of them does it. */
  readonly by: Owers;
  readonly since: { readonly event: string; readonly at: string };
  /** Absent where the cycle names no day. */
  readonly due?: Deadline;
  readonly overdue: boolean;
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
    return { duties: await shown(rows, answering) };
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
  const { role, post } = asker;
  return [
    ...(post === undefined ? [] : [owers.post(post)]),
    ...(role === 'staff' ? ownSections(asker).map(owers.staffOf) : []),
    ...(role === 'secretariat' ? [owers.secretariat] : []),
  ];
}

async function shown(rows: readonly DutyRow[], answering: Answering): Promise<readonly DutyShown[]> {
  const { asker: { municipality }, states, now } = answering;
  const cycles = new Map<FiscalYear, OpenCycle>();
  for (const { year } of rows) {
    if (cycles.has(year)) continue;
    const { state } = await states.fold(cycleDecider, cycleStream(municipality, year));
    if (state.phase === 'open') cycles.set(year, state);
  }
  const nodes = await nodesFor(rows, answering);
  const at = now();
  return rows.map((row) => ({ row, due: dueFor(row, cycles.get(row.year)) })).toSorted(byDueThenPlace).map(({ row, due }) => ({
    kind: row.kind,
    sheet: sheetId(row.year, row.node),
    year: row.year,
    node: nodes.shown(row),
    section: row.section,
    department: row.department,
    by: JSON.parse(row.by) as Owers,
    since: { event: row.openedBy, at: row.since },
    ...(due !== undefined && { due }),
    overdue: due !== undefined && at > due.at,
  }));
}

function dueFor({ kind, department, node }: DutyRow, cycle: OpenCycle | undefined): Deadline | undefined {
  const period = periodOf[kind];
  return cycle && period && deadlineFor(cycle, period, { department, node });
}

interface Due {
  readonly row: DutyRow;
  readonly due: Deadline | undefined;
}

/** What is due on no day comes last; on one day the order is that of the sheets in their cycle. */
function byDueThenPlace(one: Due, other: Due): number {
  const [first, second] = [one, other].map(({ due }) => due?.at ?? 'never');
  if (first !== second) return first as string < (second as string) ? -1 : 1;
  return one.row.year - other.row.year || one.row.place - other.row.place;
}
