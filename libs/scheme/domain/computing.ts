import type { AchievementRule } from '../../kernel/achievement.ts';
import { compare } from '../../kernel/decimal.ts';
import type { Decimal, Value } from '../../kernel/value.ts';
import type { GivenColumn, TableField } from './field.ts';
import { isAbsent } from './formula/combine.ts';
import { evaluate } from './formula/evaluate.ts';
import type { Computed, Found, FormulaContext } from './formula/formula-context.ts';
import type { Formula, Reference } from './formula/formula.ts';
import { parseFormula } from './formula/parse-formula.ts';
import { nameOfReferent, orderOfFormulas, referentsOf, type NamedFormula, type Referent, type Scope } from './formula-scope.ts';
import type { Form } from './scheme.ts';

/** What is computed with: the figures of one sheet, and what plan and scheme say around it. */
export interface SheetFigures {
  /** What stands at an address that somebody fills in: "field", or "field/row/column". */
  value(address: string): Value | undefined;
  /** Of a table, by its field: the ids of its rows, in order. */
  rows(table: string): readonly string[];
  /** In the year that the cycle is about, in yen. */
  price(id: string): Decimal | undefined;
  /** Of a row that stands for one. */
  indicator(row: string): RowIndicator | undefined;
}

/** An indicator as its row sees it. */
export interface RowIndicator extends AchievementRule {
  readonly given: Partial<Readonly<Record<GivenFigure, Value>>>;
}

export type GivenFigure = Exclude<GivenColumn['given'], 'name' | 'unit'>;

/** A balance of a table that does not add up in a row. */
export interface Unbalanced {
  readonly table: string;
  readonly row: string;
  readonly balance: string;
  readonly left: Computed;
  readonly right: Computed;
}

/** What every computed field and cell of a form comes to, by its address. */
export function computeSheet({ fields }: Pick<Form, 'fields'>, figures: SheetFigures): ReadonlyMap<string, Computed> {
  const formulas = new Map(formulasIn({ fields }).map((one) => [one.name, one]));
  const found = orderOfFormulas([...formulas.values()]);
  if ('cycle' in found) throw new Error(`an adopted form computes in a circle: ${found.cycle.join(', ')}`);
  const computed = new Map<string, Computed>();
  for (const name of found.order) {
    const one = formulas.get(name);
    if (one === undefined) continue;
    for (const cell of cellsOf(one, figures)) computed.set(cell.address, evaluate(one.formula, contextAt(one.scope, cell.row, figures, computed)));
  }
  return computed;
}

/** Where sums differ that must be equal. What is absent counts as nothing; where neither side has a figure, nothing differs. */
export function unbalanced(
  { fields }: Pick<Form, 'fields'>, figures: SheetFigures, computed: ReadonlyMap<string, Computed> = computeSheet({ fields }, figures),
): readonly Unbalanced[] {
  return fields.flatMap((table) => (table.kind !== 'table' ? [] : (table.balances ?? []).flatMap(({ id, left: one, right: other }) =>
    figures.rows(table.id).flatMap((row) => {
      const context = contextAt({ fields, table }, row, figures, computed);
      const [left, right] = [evaluate(read(one), context), evaluate(read(other), context)];
      return isEqual(left, right) ? [] : [{ table: table.id, row, balance: id, left, right }];
    }))));
}

function isEqual(left: Computed, right: Computed): boolean {
  if ('none' in left && 'none' in right) return true;
  const [one, other] = [amountOf(left), amountOf(right)];
  return one !== undefined && other !== undefined && compare(one, other) === 0;
}

function amountOf(computed: Computed): Decimal | undefined {
  if ('figure' in computed) return computed.figure;
  return isAbsent(computed) ? '0' : undefined;
}

function formulasIn({ fields }: Pick<Form, 'fields'>): readonly NamedFormula[] {
  return fields.flatMap((field): readonly NamedFormula[] => {
    if (field.kind === 'computed') return [{ name: field.id, formula: read(field.formula), scope: { fields } }];
    if (field.kind !== 'table') return [];
    const scope = { fields, table: field };
    return field.columns.flatMap((column) => (column.kind !== 'computed' ? []
      : [{ name: nameOfReferent({ table: field, field: column }), formula: read(column.formula), scope }]));
  });
}

function read(text: string): Formula {
  const formula = parseFormula(text);
  if ('message' in formula) throw new Error(`an adopted form has the formula ${text}: ${formula.message}`);
  return formula;
}

interface Cell {
  readonly address: string;
  readonly row?: string;
}

function cellsOf({ name, scope: { table } }: NamedFormula, figures: SheetFigures): readonly Cell[] {
  if (table === undefined) return [{ address: name }];
  const column = name.slice(table.id.length + 1);
  return figures.rows(table.id).map((row) => ({ address: addressOf(table, row, column), row }));
}

function contextAt(scope: Scope, row: string | undefined, figures: SheetFigures, computed: ReadonlyMap<string, Computed>): FormulaContext {
  const lookUp = (reference: Reference, inRow: string | undefined): Found => {
    const [referent] = reference.kind === 'price' ? [] : referentsOf(reference, scope);
    return referent === undefined ? undefined : foundAt(referent, inRow, figures, computed);
  };
  const indicator = row === undefined || scope.table?.rows.from !== 'indicators' ? undefined : figures.indicator(row);
  return {
    sibling: (name) => lookUp({ kind: 'sibling', name }, row),
    cell: (inRow, column) => lookUp({ kind: 'cell', row: inRow, column }, inRow),
    column(name) {
      const [referent] = referentsOf({ kind: 'column', name }, scope);
      return referent?.table === undefined ? []
        : figures.rows(referent.table.id).map((inRow) => foundAt(referent, inRow, figures, computed));
    },
    price(id) {
      const amount = figures.price(id);
      return amount === undefined ? undefined : { kind: 'amount', amount, unit: '円' };
    },
    ...(indicator !== undefined && { achievement: indicator }),
  };
}

function foundAt({ table, field }: Referent, row: string | undefined, figures: SheetFigures, computed: ReadonlyMap<string, Computed>): Found {
  if (field.kind === 'given') {
    return row === undefined || field.given === 'name' || field.given === 'unit' ? undefined : figures.indicator(row)?.given[field.given];
  }
  const address = table === undefined || row === undefined ? field.id : addressOf(table, row, field.id);
  return computed.get(address) ?? figures.value(address);
}

function addressOf(table: TableField, row: string, column: string): string {
  return `${table.id}/${row}/${column}`;
}
