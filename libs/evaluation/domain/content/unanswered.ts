import type { AnyField, Condition, Field, TableField } from '../../../scheme/domain/field.ts';
import type { Form } from '../../../scheme/domain/scheme.ts';
import type { SheetBody } from '../sheet.ts';
import type { FieldContent } from '../sheet.events.ts';
import { isAnswered } from './field-content.ts';
import { filledByOf, isAnswerField, rowIdsOf, type GivenRows } from './question.ts';

/** What stands on a sheet, or would. */
export interface Answers extends Pick<SheetBody, 'files'> {
  readonly fields: { readonly [address: string]: { readonly content: FieldContent | null } };
}

/** The addresses at which the section still owes an answer. */
export function unanswered(sheet: Answers, form: Form, rows: GivenRows): readonly string[] {
  return form.fields.flatMap((field) => (field.kind === 'table' ? unansweredCells(sheet, field, rows) : unansweredField(sheet, field)));
}

/** What a change would leave unanswered that was not before: the plan may have got more rows since the sheet was submitted. */
export function newlyUnanswered(after: Answers, before: Answers, form: Form, rows: GivenRows): readonly string[] {
  const owed = new Set(unanswered(before, form, rows));
  return unanswered(after, form, rows).filter((address) => !owed.has(address));
}

function unansweredField(sheet: Answers, field: Exclude<Field, TableField>): readonly string[] {
  if (filledByOf(field) === 'secretariat' || !isRequired(sheet, field)) return [];
  const answered = field.kind === 'attachments'
    ? Object.values(sheet.files).some((file) => file.field === field.id)
    : !isAnswerField(field) || isAnswered(sheet.fields[field.id]?.content);
  return answered ? [] : [field.id];
}

/** A table that is required has at least one row; each row has what its columns require. */
function unansweredCells(sheet: Answers, table: TableField, given: GivenRows): readonly string[] {
  const rows = rowIdsOf(table, given, sheet.fields);
  if (rows.length === 0) return filledByOf(table) === 'section' && isRequired(sheet, table) ? [table.id] : [];
  const required = table.columns
    .filter((column) => isAnswerField(column) && filledByOf(column, table) === 'section' && isRequired(sheet, column));
  return rows.flatMap((row) => required.map((column) => `${table.id}/${row}/${column.id}`))
    .filter((address) => !isAnswered(sheet.fields[address]?.content));
}

function isRequired(sheet: Answers, { required }: AnyField): boolean {
  return typeof required === 'boolean' ? required : holds(required, sheet);
}

/** Whether a condition of the scheme holds of what stands on a sheet. */
export function holds(condition: Condition, sheet: Answers): boolean {
  switch (condition.kind) {
    case 'answered': return isAnswered(sheet.fields[condition.field]?.content);
    case 'chosen': return chosenIn(sheet.fields[condition.field]?.content).some((one) => condition.among.includes(one));
    case 'all': return condition.of.every((one) => holds(one, sheet));
    case 'any': return condition.of.some((one) => holds(one, sheet));
  }
}

function chosenIn(content: FieldContent | null | undefined): readonly string[] {
  switch (content?.kind) {
    case 'choice': return [content.option];
    case 'rating': return [content.grade];
    case 'checks': return content.checked;
    default: return [];
  }
}
