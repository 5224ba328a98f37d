import { dayInJapan, type Day } from '../../kernel/day.ts';
import type { Label } from '../../kernel/label.ts';
import type { Form } from '../../scheme/domain/scheme.ts';
import { fieldAt, isAnswerField } from '../domain/content/question.ts';
import { publishedForm } from '../domain/publication/published-form.ts';
import { sheetId, type Correction, type FinalSheet } from '../domain/sheet.ts';
import { tablesShown, type RowShown } from '../reads/one-sheet/form-shown.ts';
import { printContent, type Printed } from './print-content.ts';
import type { PublishedSheetFacts } from './published-sheet.ts';

/** A sheet of which something was corrected since the public read it last. */
export interface CorrectedSheet {
  readonly sheet: FinalSheet;
  readonly facts: PublishedSheetFacts;
  readonly corrections: readonly Correction[];
}

/** 正誤表: what was printed, what is printed now, and why. */
export interface Erratum {
  readonly sheet: string;
  readonly number: string | undefined;
  readonly name: Label | undefined;
  readonly field: Label;
  readonly row?: RowShown;
  readonly column?: Label;
  readonly was?: Printed;
  readonly now?: Printed;
  readonly reason: string;
  readonly on: Day;
}

export function publishedErrata(corrected: readonly CorrectedSheet[]): readonly Erratum[] {
  return corrected.flatMap((one) => one.corrections.flatMap((correction) =>
    Object.keys(correction.fields).flatMap((address) => erratumAt(address, correction, one) ?? [])));
}

function erratumAt(address: string, { fields, was, reason, at }: Correction, { sheet, facts }: CorrectedSheet): Erratum | undefined {
  const form = publishedForm(facts.form, 'public');
  const place = placeAt(address, form, tablesShown(sheet, { ...facts, form }, facts.nodes));
  if (place === undefined) return undefined;
  const { answer, ...named } = place;
  const node = facts.nodes.get(sheet.node);
  const [before, now] = [printContent(was[address], answer, form.scales), printContent(fields[address], answer, form.scales)];
  return {
    sheet: sheetId(sheet.year, sheet.node), number: node?.number, name: node?.name, ...named,
    ...(before !== undefined && { was: before }), ...(now !== undefined && { now }), reason, on: dayInJapan(at),
  };
}

/** What an address is called on the published form. */
function placeAt(address: string, form: Form, rows: Readonly<Record<string, readonly RowShown[]>>) {
  const of = fieldAt(form, address);
  if (of === undefined) return undefined;
  if (of.kind !== 'table') return isAnswerField(of) ? { field: of.label, answer: of } : undefined;
  const [, rowId, columnId] = address.split('/');
  const column = of.columns.find(({ id }) => id === columnId);
  const row = rows[of.id]?.find(({ id }) => id === rowId);
  if (column === undefined || !isAnswerField(column)) return undefined;
  return { field: of.label, ...(row !== undefined && { row }), column: column.label, answer: column };
}
