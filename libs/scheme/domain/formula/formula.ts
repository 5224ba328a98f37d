import type { Decimal } from '../../../kernel/value.ts';

/** What a computed cell of a form is worth, as parsed; `parse-formula.ts` says how it is written. */
export type Formula =
  | Constant
  | Sibling
  | CellReference
  | PriceReference
  | Negation
  | Operation
  | Across
  | Down
  | Rounding
  | AchievementFormula;

export interface Constant {
  readonly kind: 'constant';
  readonly amount: Decimal;
}

/** The cell of that column in the same row, or the field of that name where there is no row. */
export interface Sibling {
  readonly kind: 'sibling';
  readonly name: string;
}

/** One cell, wherever the formula stands. */
export interface CellReference {
  readonly kind: 'cell';
  readonly row: string;
  readonly column: string;
}

/** A price of the scheme's list: what an hour of labour costs. */
export interface PriceReference {
  readonly kind: 'price';
  readonly name: string;
}

/** The cells of one column in all rows. */
export interface ColumnReference {
  readonly kind: 'column';
  readonly name: string;
}

export interface Negation {
  readonly kind: 'negation';
  readonly operand: Formula;
}

export type Sign = '+' | '-' | '*' | '/';

export interface Operation {
  readonly kind: 'operation';
  readonly sign: Sign;
  readonly left: Formula;
  readonly right: Formula;
}

/** How many figures become one; what is absent is left out. */
export type Gathering = 'sum' | 'count' | 'mean' | 'min' | 'max';

/** `sum(national, prefecture)`: gathered from the operands. */
export interface Across {
  readonly kind: 'across';
  readonly gathering: Gathering;
  readonly operands: readonly Formula[];
}

/** `total(cost)`: gathered from a column. */
export interface Down {
  readonly kind: 'down';
  readonly gathering: Gathering;
  readonly column: ColumnReference;
}

export interface Rounding {
  readonly kind: 'rounding';
  readonly operand: Formula;
  readonly places: number;
}

/** Compares whole cells, for their units, pairs and marks count; the rule comes from the row's indicator. */
export interface AchievementFormula {
  readonly kind: 'achievement';
  readonly target: Sibling | CellReference;
  readonly actual: Sibling | CellReference;
  readonly baseline?: Sibling | CellReference;
}

/** Whatever a formula reads from elsewhere. */
export type Reference = Sibling | CellReference | ColumnReference | PriceReference;

/** What is wrong with a formula, and at which place of its text. */
export interface FormulaFault {
  readonly at: number;
  readonly message: string;
}

/** A reference in one word; that of a cell is "row/column". */
export function nameOf(reference: Reference): string {
  return reference.kind === 'cell' ? `${reference.row}/${reference.column}` : reference.name;
}
