import type { PlanNode } from '../../../plan/domain/plan.events.ts';
import type { RollUpField } from '../../../scheme/domain/field.ts';
import type { Answering } from '../../../platform/reads/question.ts';
import type { ModelReader } from '../../../platform/reads/read-model.ts';
import type { FormFacts } from '../../domain/content/changes.ts';
import type { Viewer } from '../../domain/content/visibility.ts';
import { sheetId, type OpenedSheet } from '../../domain/sheet.ts';
import type { SheetPhase } from '../../domain/sheet-life.ts';
import { Forms } from '../forms.ts';
import type { NodeShown } from '../nodes.ts';
import { gradesOn } from '../sheets/matching.ts';
import { placeOfRow, type SheetRow } from '../sheets/sheets.model.ts';
import { toldRows, type ToldRow } from '../sheets/told-rows.ts';

/**
 * How the sheets of the nodes below were rated. A grade is told to whoever may read its sheet, from its submission on, and to
 * everybody in the office who reads this one once it is accepted: then it is the office's word. To members it is once it is final.
 */
export interface RollUp {
  readonly sheets: readonly RolledUp[];
  /** How often each grade. */
  readonly counts: Readonly<Record<string, number>>;
}

interface RolledUp {
  readonly id: string;
  readonly node: NodeShown;
  readonly phase: SheetPhase;
  readonly grade?: string;
}

/** By field of the seen form. */
export async function rollUpsOf(
  { year }: OpenedSheet, { form, rows: { children } }: FormFacts,
  { answering, model, nodes, viewer }: {
    readonly answering: Answering;
    readonly model: ModelReader;
    readonly nodes: ReadonlyMap<string, PlanNode>;
    readonly viewer: Viewer;
  },
): Promise<Readonly<Record<string, RollUp>>> {
  const fields = form.fields.filter((field): field is RollUpField => field.kind === 'roll-up');
  if (fields.length === 0) return {};
  const { asker: { municipality }, states, may } = answering;
  const below = model.all<SheetRow>(
    `SELECT * FROM sheets WHERE municipality = @municipality AND node IN (SELECT value FROM json_each(@children)) AND year = @year
     AND phase <> 'voided' ORDER BY place`, { municipality, children: JSON.stringify(children), year });
  const shown = viewer === 'members' ? await toldToMembers(below, answering) : below;
  const known = shown.filter((row) => isOfficesWord(row) || (row.phase !== 'drafting' && may(placeOfRow(row))));
  const grades = await gradesOn(known, { model, forms: new Forms(states, municipality), viewer });
  return Object.fromEntries(fields.map(({ id, sheetType, field }) => {
    const sheets = shown.filter((row) => row.sheetType === sheetType).map((row): RolledUp => {
      const grade = grades.get(row.stream)?.[field];
      const node = nodes.get(row.node);
      return {
        id: sheetId(row.year, row.node), node: { id: row.node, number: node?.number, name: node?.name }, phase: row.phase,
        ...(grade !== undefined && { grade }),
      };
    });
    return [id, { sheets, counts: countsOf(sheets) }];
  }));
}

function isOfficesWord({ phase }: SheetRow): boolean {
  return phase !== 'drafting' && phase !== 'submitted' && phase !== 'approved';
}

/** Of the sheets below, a member knows those that his committee was given, as they were, and those on which nothing more is to be decided. */
async function toldToMembers(rows: readonly SheetRow[], answering: Answering): Promise<readonly ToldRow[]> {
  const told = new Map((await toldRows(rows, answering)).map((row) => [row.stream, row]));
  return rows.flatMap((row) => told.get(row.stream) ?? (row.phase === 'final' ? [row] : []));
}

function countsOf(sheets: readonly RolledUp[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { grade } of sheets) if (grade !== undefined) counts[grade] = (counts[grade] ?? 0) + 1;
  return counts;
}
