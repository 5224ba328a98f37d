import type { TypedValue } from '../../../kernel/value.ts';
import type { FiscalYear } from '../../../kernel/fiscal-year.ts';
import type { Answering } from '../../../platform/reads/question.ts';
import type { ModelReader } from '../../../platform/reads/read-model.ts';
import { seesAddress } from '../../domain/content/visibility.ts';
import { sheetDecider, sheetId, type OpenedSheet } from '../../domain/sheet.ts';
import type { FieldContent } from '../../domain/sheet.events.ts';
import type { SheetPhase } from '../../domain/sheet-life.ts';
import { cycleOf, formOfSheet } from '../../facts.ts';
import type { SheetRow } from '../sheets/sheets.model.ts';

/** The newest earlier sheet of the same node, as the office may see it: it stands beside this one, whoever's it was then. */
export interface LastYear {
  readonly id: string;
  readonly year: FiscalYear;
  readonly aboutYear: FiscalYear;
  readonly phase: SheetPhase;
  readonly revision: number;
  /** By address; the ratings are among them. */
  readonly fields: Readonly<Record<string, FieldContent>>;
}

export async function lastYearOf(
  { node, year }: Pick<OpenedSheet, 'node' | 'year'>, { asker, states }: Answering, model: ModelReader,
): Promise<LastYear | undefined> {
  const { municipality } = asker;
  const row = model.one<Pick<SheetRow, 'stream' | 'year'>>(
    `SELECT stream, year FROM sheets WHERE municipality = @municipality AND node = @node AND year < @year AND late IS NOT NULL AND phase <> 'voided'
     ORDER BY year DESC LIMIT 1`, { municipality, node, year });
  if (row === undefined) return undefined;
  const { state: sheet } = await states.fold(sheetDecider, row.stream);
  if (sheet.phase === 'absent') return undefined;
  const form = await formOfSheet(states, asker, sheet);
  const fields = Object.entries(sheet.fields).flatMap(([address, { content }]) =>
    (content === null || !seesAddress('office', form, address, sheet.phase) ? [] : [[address, content] as const]));
  const { cycle: { aboutYear } } = await cycleOf(states, municipality, row.year);
  return {
    id: sheetId(row.year, node), year: row.year, aboutYear, phase: sheet.phase, revision: sheet.changedRevision, fields: Object.fromEntries(fields),
  };
}

/** What a cell held in the year before this one, if there was a sheet about it. */
export function valueLastYear(lastYear: LastYear | undefined, aboutYear: FiscalYear): (address: string) => TypedValue | undefined {
  return (address) => {
    const content = lastYear?.aboutYear === aboutYear - 1 ? lastYear.fields[address] : undefined;
    return content?.kind === 'value' ? content.value : undefined;
  };
}
