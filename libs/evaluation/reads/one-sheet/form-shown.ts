import type { FiscalYear } from '../../../kernel/fiscal-year.ts';
import type { Label } from '../../../kernel/label.ts';
import type { TypedValue } from '../../../kernel/value.ts';
import type { Indicator, PlanNode } from '../../../plan/domain/plan.events.ts';
import type { ComputedField, GivenColumn, TableField } from '../../../scheme/domain/field.ts';
import type { Form } from '../../../scheme/domain/scheme.ts';
import type { FormFacts } from '../../domain/content/changes.ts';
import { computedOn } from '../../domain/content/figures.ts';
import { rowIdsOf } from '../../domain/content/question.ts';
import type { OpenedSheet } from '../../domain/sheet.ts';
import { computedShown, type ComputedShown } from './print-computed.ts';

/** The form as it stands on the sheet. */
export function formShown({ schemeVersion, sheetType, scales, unitPrices }: Form) {
  return { ...sheetType, schemeVersion, scales, unitPrices };
}

/** One row of a table, with what the form or the plan calls it; whoever makes his own rows says in them what they are. */
export interface RowShown {
  readonly id: string;
  readonly number?: string;
  readonly label?: Label;
}

/** The rows of every table, in the order in which they stand. */
export function tablesShown(
  { fields }: OpenedSheet, facts: FormFacts, nodes: ReadonlyMap<string, PlanNode>,
): Readonly<Record<string, readonly RowShown[]>> {
  return Object.fromEntries(tablesOf(facts.form).map((table) =>
    [table.id, rowIdsOf(table, facts.rows, fields).map((row) => rowShown(row, table, facts, nodes))]));
}

function rowShown(id: string, { rows: tableRows }: TableField, { rows }: FormFacts, nodes: ReadonlyMap<string, PlanNode>): RowShown {
  switch (tableRows.from) {
    case 'form': return { id, ...labelled(tableRows.rows.find((row) => row.id === id)?.label) };
    case 'indicators': return named(id, rows.indicators.find((indicator) => indicator.id === id));
    case 'children': return named(id, nodes.get(id));
    case 'section': return { id };
  }
}

function named(id: string, one: { readonly number?: string; readonly name: Label } | undefined): RowShown {
  return { id, ...(one?.number !== undefined && { number: one.number }), ...labelled(one?.name) };
}

function labelled(label: Label | undefined): { readonly label?: Label } {
  return label === undefined ? {} : { label };
}

/** What the plan gives to a cell. */
export type Given =
  | { readonly kind: 'name'; readonly name: Label }
  | { readonly kind: 'unit'; readonly unit: string }
  | { readonly kind: 'value'; readonly year: FiscalYear; readonly value: TypedValue };

/** By address, every given cell to which the plan, or last year's sheet, has something to give. */
export function givenCells(
  facts: FormFacts, lastYear: (address: string) => TypedValue | undefined,
): Readonly<Record<string, Given>> {
  return Object.fromEntries(tablesOf(facts.form).filter(({ rows }) => rows.from === 'indicators').flatMap((table) =>
    rowIdsOf(table, facts.rows, {}).flatMap((row) => givenColumns(table).flatMap((column) => {
      const given = givenIn(table, row, column, facts, lastYear);
      return given === undefined ? [] : [[`${table.id}/${row}/${column.id}`, given] as const];
    }))));
}

function givenIn(
  table: TableField, row: string, { given }: GivenColumn, { rows, aboutYear }: FormFacts, lastYear: (address: string) => TypedValue | undefined,
): Given | undefined {
  const indicator = rows.indicators.find(({ id }) => id === row) as Indicator;
  const asValue = (of: { readonly year: FiscalYear; readonly value: TypedValue } | undefined): Given | undefined =>
    of && { kind: 'value', year: of.year, value: of.value };
  switch (given) {
    case 'name': return { kind: 'name', name: indicator.name };
    case 'unit': return { kind: 'unit', unit: indicator.unit };
    case 'baseline': return asValue(indicator.baseline);
    case 'target': return asValue(indicator.targets.find(({ year }) => year === aboutYear));
    case 'final-target': return asValue(indicator.targets.at(-1));
    case 'last-year': {
      const actual = table.columns.find(({ kind }) => kind === 'value');
      const value = actual && lastYear(`${table.id}/${row}/${actual.id}`);
      return value && { kind: 'value', year: aboutYear - 1, value };
    }
  }
}

/** By address, every computed field and cell of the seen form: the figure and its print, or why there is none. */
export function computedCells({ fields }: OpenedSheet, facts: FormFacts, seen: Form): Readonly<Record<string, ComputedShown>> {
  return Object.fromEntries([...computedOn(fields, facts)].flatMap(([address, computed]) => {
    const field = computedFieldAt(seen, address);
    return field === undefined ? [] : [[address, computedShown(computed, field)] as const];
  }));
}

function computedFieldAt(form: Form, address: string): ComputedField | undefined {
  const [id, , column] = address.split('/');
  const field = form.fields.find((one) => one.id === id);
  const found = field?.kind === 'table' ? field.columns.find((one) => one.id === column) : field;
  return found?.kind === 'computed' ? found : undefined;
}

function tablesOf({ fields }: Form): readonly TableField[] {
  return fields.filter((field) => field.kind === 'table');
}

function givenColumns({ columns }: TableField): readonly GivenColumn[] {
  return columns.flatMap((column) => (column.kind === 'given' ? [column] : []));
}
