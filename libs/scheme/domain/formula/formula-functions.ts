import type { Formula, Gathering } from './formula.ts';

/** What stands between the brackets of a function: a formula, or an id in quotes. */
export type Argument = Formula | { readonly kind: 'id'; readonly id: string };

/** A function of the language: how it is written, and what it makes of arguments that are written so. */
export interface FormulaFunction {
  readonly usage: string;
  readonly read: (given: readonly Argument[]) => Formula | undefined;
}

/** No figure of a cell has more. */
const mostPlaces = 15;

export const formulaFunctions: ReadonlyMap<string, FormulaFunction> = new Map<string, FormulaFunction>([
  ['sum', { usage: 'sum(one, other, …)', read: (given) => across('sum', given) }],
  ['total', { usage: 'total(column)', read: (given) => down('sum', given) }],
  ['count', gathering('count')],
  ['mean', gathering('mean')],
  ['min', gathering('min')],
  ['max', gathering('max')],
  ['round', { usage: `round(figure, places), with 0 to ${mostPlaces} places`, read: round }],
  ['price', { usage: 'price("id")', read: price }],
  ['cell', { usage: 'cell("row", "column")', read: cell }],
  ['achievement', { usage: 'achievement(target, actual) or achievement(target, actual, baseline), each of them a cell', read: achievement }],
]);

/** One name is a column, several figures stand side by side. */
function gathering(name: Gathering): FormulaFunction {
  return { usage: `${name}(column) or ${name}(one, other, …)`, read: (given) => down(name, given) ?? across(name, given) };
}

/** Nobody gathers a single figure: `sum(cost)` is a mistake for `total(cost)`. */
function across(name: Gathering, given: readonly Argument[]): Formula | undefined {
  const operands = given.filter((one) => one.kind !== 'id');
  return operands.length > 1 && operands.length === given.length ? { kind: 'across', gathering: name, operands } : undefined;
}

function down(name: Gathering, [column, ...others]: readonly Argument[]): Formula | undefined {
  if (column?.kind !== 'sibling' || others.length > 0) return undefined;
  return { kind: 'down', gathering: name, column: { kind: 'column', name: column.name } };
}

function round([operand, places, ...others]: readonly Argument[]): Formula | undefined {
  if (operand === undefined || operand.kind === 'id' || places?.kind !== 'constant' || others.length > 0) return undefined;
  const count = Number(places.amount);
  return Number.isInteger(count) && count <= mostPlaces ? { kind: 'rounding', operand, places: count } : undefined;
}

function price([name, ...others]: readonly Argument[]): Formula | undefined {
  return name?.kind === 'id' && others.length === 0 ? { kind: 'price', name: name.id } : undefined;
}

function cell([row, column, ...others]: readonly Argument[]): Formula | undefined {
  if (row?.kind !== 'id' || column?.kind !== 'id' || others.length > 0) return undefined;
  return { kind: 'cell', row: row.id, column: column.id };
}

function achievement(given: readonly Argument[]): Formula | undefined {
  const [target, actual, baseline, ...others] = given.filter((one) => one.kind === 'sibling' || one.kind === 'cell');
  const isAllCells = [target, actual, baseline].filter((one) => one !== undefined).length === given.length;
  if (target === undefined || actual === undefined || !isAllCells || others.length > 0) return undefined;
  return { kind: 'achievement', target, actual, ...(baseline !== undefined && { baseline }) };
}
