import type { Column, Field, TableField } from './field.ts';
import type { Formula, PriceReference, Reference } from './formula/formula.ts';
import { namesIn } from './formula/names-in.ts';
import { orderOfEvaluation, type OrderOfEvaluation } from './formula/order-of-evaluation.ts';

/** Where a formula stands: among the fields of a form, or in every row of one of its tables. */
export interface Scope {
  readonly fields: readonly Field[];
  readonly table?: TableField;
}

/** What a name in a formula stands for: a field, or a column of a table. */
export type Referent =
  | { readonly table?: never; readonly field: Exclude<Field, TableField> }
  | { readonly table: TableField; readonly field: Column };

/**
 * Everything that a name may stand for: exactly one is right. In a table its own columns come first; single cells and
 * whole columns may be those of another table, as long as there is only one such.
 */
export function referentsOf(reference: Exclude<Reference, PriceReference>, { fields, table }: Scope): readonly Referent[] {
  if (reference.kind === 'sibling') {
    const own = table === undefined ? [] : columnsNamed(table, reference.name);
    return own.length > 0 ? own : fields.flatMap((field) => (field.kind !== 'table' && field.id === reference.name ? [{ field }] : []));
  }
  const name = reference.kind === 'cell' ? reference.column : reference.name;
  const inTable = (one: TableField): readonly Referent[] =>
    (reference.kind === 'cell' && !hasRow(one, reference.row) ? [] : columnsNamed(one, name));
  const own = table === undefined ? [] : inTable(table);
  return own.length > 0 ? own : fields.flatMap((field) => (field.kind === 'table' && field.id !== table?.id ? inTable(field) : []));
}

/** A formula of a form under the name by which others wait for it: "field", or "table/column". */
export interface NamedFormula {
  readonly name: string;
  readonly formula: Formula;
  readonly scope: Scope;
}

export function nameOfReferent({ table, field }: Referent): string {
  return table === undefined ? field.id : `${table.id}/${field.id}`;
}

/** Over all tables and fields of a form; a column is computed for all of its rows before anything that reads it. */
export function orderOfFormulas(formulas: readonly NamedFormula[]): OrderOfEvaluation {
  return orderOfEvaluation(new Map(formulas.map(({ name, formula, scope }) => [name, onlyReading(formula, scope)])));
}

/** Names mean something only in their scope, so here each is replaced by the one that holds in the whole form. */
function onlyReading(formula: Formula, scope: Scope): Formula {
  const read = namesIn(formula).flatMap((reference) => (reference.kind === 'price' ? [] : referentsOf(reference, scope)));
  return { kind: 'across', gathering: 'sum', operands: read.map((referent) => ({ kind: 'sibling', name: nameOfReferent(referent) })) };
}

function columnsNamed(table: TableField, name: string): readonly Referent[] {
  return table.columns.flatMap((field) => (field.id === name ? [{ table, field }] : []));
}

/** Only rows that stand in the form itself are known by name. */
function hasRow({ rows }: TableField, row: string): boolean {
  return rows.from === 'form' && rows.rows.some(({ id }) => id === row);
}
