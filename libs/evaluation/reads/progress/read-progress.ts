import { cycleDecider, cycleStream, deadlineFor, type OpenCycle } from '../../../cycle/domain/cycle.ts';
import type { PeriodId } from '../../../cycle/domain/cycle.events.ts';
import type { Instant } from '../../../kernel/clock.ts';
import { reject } from '../../../kernel/decision.ts';
import { queryOf } from '../../../platform/reads/question.ts';
import type { ModelReader } from '../../../platform/reads/read-model.ts';
import { sheetId, sheetStream, type OpenedSheet } from '../../domain/sheet.ts';
import type { SheetPhase } from '../../domain/sheet-life.ts';
import { outlineOf, type OutlineRow } from '../outline.ts';
import { progressModel, type ProgressRow } from './progress.model.ts';

/** How many sheets stand in a phase. */
export interface Count {
  readonly sheets: number;
  /** Submitted after their deadline. */
  readonly late: number;
  /** Still there although the phase should be over. */
  readonly overdue: number;
}

export type Counts = Readonly<Partial<Record<SheetPhase, Count>>>;

/** Until when a sheet should have left a phase. */
const periodOf: Readonly<Partial<Record<SheetPhase, PeriodId>>> = { drafting: 'submission', submitted: 'approval', approved: 'acceptance' };

/** How a year goes: departments, and in them sections, by phase. */
export const ReadProgress = queryOf({
  name: 'evaluation.read-progress',
  model: progressModel,
  async answer({ year: asked }: { readonly year: string }, { asker: { municipality }, states, may, now }, model) {
    if (!may({})) return reject('not-allowed');
    const { state: cycle } = await states.fold(cycleDecider, cycleStream(municipality, asked));
    if (cycle.phase === 'absent') return reject('unknown');
    const { year } = cycle;
    const rows = model.all<Counted>(
      'SELECT department, section, phase, sheets, late FROM progress WHERE municipality = @municipality AND year = @year', { municipality, year });
    const overdue = overdueIn(cycle, extendedAlone(cycle, municipality, model), now());
    const cells = rows.map((row) => ({ ...row, overdue: overdue(row) }));
    const departments = [...Map.groupBy(cells, ({ department }) => department)].toSorted(byId);
    return {
      year,
      phases: countsOf(cells),
      departments: departments.map(([department, ofDepartment]) => ({
        department,
        phases: countsOf(ofDepartment),
        sections: [...Map.groupBy(ofDepartment, ({ section }) => section)].toSorted(byId)
          .map(([section, ofSection]) => ({ section, phases: countsOf(ofSection) })),
      })),
    };
  },
});

type Counted = Pick<ProgressRow, 'department' | 'section' | 'phase' | 'sheets' | 'late'>;

/** All sheets of a department have one deadline, but for those to which it was extended alone. */
function overdueIn(cycle: OpenCycle, extended: readonly OpenedSheet[], now: Instant): (counted: Counted) => number {
  const isOver = (phase: SheetPhase, sheet: { readonly department: string; readonly node: string }): boolean => {
    const period = periodOf[phase];
    const deadline = period && deadlineFor(cycle, period, sheet);
    return deadline !== undefined && now > deadline.at;
  };
  return ({ department, section, phase, sheets }) => {
    if (!isOver(phase, { department, node: noNode })) return 0;
    const stillInTime = extended.filter((sheet) =>
      sheet.department === department && sheet.section === section && sheet.phase === phase && !isOver(phase, sheet));
    return sheets - stillInTime.length;
  };
}

/** No id of a node is empty, so no extension reaches it that is for one sheet alone. */
const noNode = '';

function extendedAlone({ year, extensions }: OpenCycle, municipality: string, model: ModelReader): readonly OpenedSheet[] {
  const nodes = new Set(extensions.flatMap(({ for: extendedFor }) => (extendedFor.kind === 'sheet' ? [extendedFor.node] : [])));
  if (nodes.size === 0) return [];
  const streams = JSON.stringify([...nodes].map((node) => sheetStream(municipality, sheetId(year, node))));
  return model.all<OutlineRow>('SELECT * FROM sheet_outlines WHERE stream IN (SELECT value FROM json_each(@streams))', { streams })
    .map((row) => outlineOf(row).sheet);
}

function countsOf(cells: readonly (Count & { readonly phase: SheetPhase })[]): Counts {
  const counts: Partial<Record<SheetPhase, Count>> = {};
  for (const { phase, sheets, late, overdue } of cells) {
    const before = counts[phase] ?? { sheets: 0, late: 0, overdue: 0 };
    counts[phase] = { sheets: before.sheets + sheets, late: before.late + late, overdue: before.overdue + overdue };
  }
  return counts;
}

function byId([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1;
}
