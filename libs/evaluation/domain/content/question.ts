import { onceForEach } from '../../../kernel/once-for-each.ts';
import { officeIdPattern } from '../../../kernel/office-id.ts';
import type { Indicator } from '../../../plan/domain/plan.events.ts';
import type {
  AnyField, ChecksField, ChoiceField, DateField, Field, PointsField, RatingField, TableField, TextField, ValueField,
} from '../../../scheme/domain/field.ts';
import type { Form } from '../../../scheme/domain/scheme.ts';

/** A field or column that a person answers; the others are computed, given, or rolled up. */
export type AnswerField = TextField | ChoiceField | ChecksField | RatingField | PointsField | ValueField | DateField;

/** What may be answered at an address, and the field of the form to which it belongs. */
export interface Question {
  readonly field: AnswerField;
  readonly of: Field;
  readonly filledBy: 'section' | 'secretariat';
}

/** The rows that the plan gives to tables of a sheet. */
export interface GivenRows {
  readonly indicators: readonly Indicator[];
  readonly children: readonly string[];
}

/** Every object of JavaScript has these, so no row may be called so. */
const takenNames: ReadonlySet<string> = new Set(['constructor', 'prototype']);

/** What stands at an address of the form: `field`, or `field/row/column`; undefined where nothing can be answered. */
export function questionAt(form: Form, address: string, rows: GivenRows): Question | undefined {
  const [id, row, column, ...more] = address.split('/');
  const of = fieldsById(form.fields).get(id as string);
  if (of === undefined || more.length > 0) return undefined;
  if (row === undefined) return isAnswerField(of) ? { field: of, of, filledBy: filledByOf(of) } : undefined;
  if (of.kind !== 'table' || !isRow(of, row, rows)) return undefined;
  const field = of.columns.find((one) => one.id === column);
  return field !== undefined && isAnswerField(field) ? { field, of, filledBy: filledByOf(field, of) } : undefined;
}

/** A column may be filled in by others than its table. */
export function filledByOf({ filledBy }: AnyField, table?: TableField): Question['filledBy'] {
  return filledBy ?? table?.filledBy ?? 'section';
}

/** The field of the form to which an address belongs, whatever stands there. */
export function fieldAt(form: Form, address: string): Field | undefined {
  const [id] = address.split('/');
  return fieldsById(form.fields).get(id as string);
}

const fieldsById = onceForEach((fields: Form['fields']) => new Map(fields.map((field) => [field.id, field])));

export function isAnswerField(field: { readonly kind: string }): field is AnswerField {
  return answerKinds.has(field.kind);
}

const answerKinds: ReadonlySet<string> = new Set(['text', 'choice', 'checks', 'rating', 'points', 'value', 'date'] satisfies AnswerField['kind'][]);

function isRow({ rows: { from }, rows }: TableField, row: string, given: GivenRows): boolean {
  if (from === 'section') return officeIdPattern.test(row) && !takenNames.has(row);
  return givenRowIds(rows, given)?.includes(row) === true;
}

/** The rows of a table, in the order in which the form shows them. */
export function rowIdsOf(table: TableField, given: GivenRows, fields: Parameters<typeof ownRowIds>[1]): readonly string[] {
  return givenRowIds(table.rows, given) ?? ownRowIds(table.id, fields);
}

/** Undefined where whoever fills the table in makes its rows. */
function givenRowIds(rows: TableField['rows'], given: GivenRows): readonly string[] | undefined {
  switch (rows.from) {
    case 'form': return rows.rows.map(({ id }) => id);
    case 'indicators': return given.indicators.filter((one) => rows.class === undefined || one.class === rows.class).map(({ id }) => id);
    case 'children': return given.children;
    case 'section': return undefined;
  }
}

/** A row is there while anything stands in it. */
export function ownRowIds(table: string, fields: Readonly<Record<string, { readonly content: unknown }>>): readonly string[] {
  const start = `${table}/`;
  const rows = Object.entries(fields)
    .filter(([address, { content }]) => content !== null && address.startsWith(start))
    .map(([address]) => address.split('/')[1] as string);
  return [...new Set(rows)].toSorted();
}
