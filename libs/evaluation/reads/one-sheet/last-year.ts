import type { TypedValue } from '../../../kernel/value.ts';
import type { FiscalYear } from '../../../kernel/fiscal-year.ts';
import { predecessorsOf } from '../../../plan/domain/lineage.ts';
import { planDecider, planStream } from '../../../plan/domain/plan.ts';
import type { Answering } from '../../../platform/reads/question.ts';
import type { ModelReader } from '../../../platform/reads/read-model.ts';
import { schemeDecider, schemeStream } from '../../../scheme/domain/scheme.ts';
import { seesAddress } from '../../domain/content/visibility.ts';
import { sheetDecider, sheetId, type OpenedSheet } from '../../domain/sheet.ts';
import type { Contents, FieldContent } from '../../domain/sheet.events.ts';
import type { Result, StageWork } from '../../domain/stage-work.ts';
import { seenResult } from '../../domain/seeing/stage-seen.ts';
import type { SheetPhase } from '../../domain/sheet-life.ts';
import { cycleOf, formOfSheet } from '../../facts.ts';
import { viewerFor } from '../../seeing.ts';
import type { SheetRow } from '../sheets/sheets.model.ts';
import { toldRows } from '../sheets/told-rows.ts';

/** The newest earlier sheet of the same node, or else of the nearest that it came from, as the office may see it: it stands beside this one, whoever's it was then. */
export interface LastYear {
  readonly id: string;
  readonly year: FiscalYear;
  readonly aboutYear: FiscalYear;
  readonly phase: SheetPhase;
  readonly revision: number;
  /** By address; the ratings are among them. */
  readonly fields: Readonly<Record<string, FieldContent>>;
  /** What the stages came to. */
  readonly results: readonly ResultLastYear[];
}

/** 二次評価 of a year before, or what a meeting or the mayor decided. */
interface ResultLastYear {
  readonly stage: string;
  readonly by: Result['by'];
  readonly contents: Contents;
}

export async function lastYearOf(
  { plan: planId, node, year }: Pick<OpenedSheet, 'plan' | 'node' | 'year'>, answering: Answering, model: ModelReader,
): Promise<LastYear | undefined> {
  const { asker, states } = answering;
  const { municipality } = asker;
  const { state: plan } = await states.fold(planDecider, planStream(municipality, planId));
  const nodes = JSON.stringify([node, ...(plan.phase === 'adopted' ? predecessorsOf(plan, node) : [])]);
  const row = model.one<SheetRow>(
    `SELECT sheets.* FROM json_each(@nodes) AS nearest JOIN sheets ON node = nearest.value
     WHERE municipality = @municipality AND year < @year AND late IS NOT NULL AND phase <> 'voided'
     ORDER BY nearest.key, year DESC LIMIT 1`, { municipality, nodes, year });
  if (row === undefined) return undefined;
  const seen = viewerFor(asker.role) === 'members' ? await seenByMember(row, answering) : await seenByOffice(row, answering);
  if (seen === undefined) return undefined;
  const { sheet: { phase, changedRevision: revision }, contents, results } = seen;
  const { cycle: { aboutYear } } = await cycleOf(states, municipality, row.year);
  return { id: sheetId(row.year, row.node), year: row.year, aboutYear, phase, revision, fields: Object.fromEntries(contents), results };
}

interface Seen {
  readonly sheet: OpenedSheet;
  readonly contents: readonly (readonly [address: string, content: FieldContent])[];
  readonly results: readonly ResultLastYear[];
}

async function seenByOffice({ stream }: SheetRow, { asker, states }: Answering): Promise<Seen | undefined> {
  const { state: sheet } = await states.fold(sheetDecider, stream);
  if (sheet.phase === 'absent') return undefined;
  const form = await formOfSheet(states, asker, sheet);
  const { state: scheme } = await states.fold(schemeDecider, schemeStream(asker.municipality));
  return {
    sheet,
    contents: contentsOf(sheet).filter(([address]) => seesAddress('office', form, address, sheet.phase)),
    results: resultsOf(sheet, (contents, work) => seenResult(contents, work, scheme, 'office')),
  };
}

/** As it was handed over to his committee; one that was not, by its ratings alone, and only when nothing more is to be decided on it. */
async function seenByMember(row: SheetRow, answering: Answering): Promise<Seen | undefined> {
  const [told] = await toldRows([row], answering);
  if (told?.told !== undefined) return { sheet: told.told, contents: contentsOf(told.told), results: resultsOf(told.told, (contents) => contents) };
  const { asker, states } = answering;
  const { state: sheet } = await states.fold(sheetDecider, row.stream);
  if (sheet.phase !== 'final') return undefined;
  const form = await formOfSheet(states, asker, sheet);
  const ratings = contentsOf(sheet).filter(([address, { kind }]) => kind === 'rating' && seesAddress('members', form, address, sheet.phase));
  return { sheet, contents: ratings, results: [] };
}

function resultsOf({ works }: OpenedSheet, seen: (contents: Contents, work: StageWork) => Contents): readonly ResultLastYear[] {
  return Object.entries(works).flatMap(([stage, work]) => (work.result === undefined ? []
    : [{ stage, by: work.result.by, contents: seen(work.result.by === 'committee' ? work.result.conclusion : work.result.decision, work) }]));
}

function contentsOf({ fields }: OpenedSheet): Seen['contents'] {
  return Object.entries(fields).flatMap(([address, { content }]) => (content === null ? [] : [[address, content] as const]));
}

/** What a cell held in the year before this one, if there was a sheet about it. */
export function valueLastYear(lastYear: LastYear | undefined, aboutYear: FiscalYear): (address: string) => TypedValue | undefined {
  return (address) => {
    const content = lastYear?.aboutYear === aboutYear - 1 ? lastYear.fields[address] : undefined;
    return content?.kind === 'value' ? content.value : undefined;
  };
}
