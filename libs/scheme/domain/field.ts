import type { Label } from '../../kernel/label.ts';
import type { Decimal } from '../../kernel/value.ts';

/** What one field of a form asks. Nothing in the program knows a field's name. */
export type Field = SimpleField | TableField | RollUpField | AttachmentsField;

/** A field, or a cell of a table, that holds one answer. */
export type SimpleField = TextField | ChoiceField | ChecksField | RatingField | PointsField | ValueField | DateField | ComputedField;

export interface AnyField {
  readonly id: string;
  readonly label: Label;
  readonly help?: Label;
  /** Whether it must be answered before the sheet is submitted; by a condition, only where that holds. */
  readonly required: boolean | Condition;
  /** Who fills it in; the section when nothing is said. */
  readonly filledBy?: 'section' | 'secretariat';
  /** From when others than those who fill it in may see it; what is not said is the default of `Visibility`. */
  readonly seenBy?: Partial<Visibility>;
}

/** Secretariat and auditor see every field. */
export interface Visibility {
  /** The section of the sheet and those on its approval line: by default always. */
  readonly office: Moment;
  /** A committee: by default from the hand-over on. */
  readonly members: Moment;
  /** By default from publication on. */
  readonly public: Moment;
}

export type Moment = 'always' | 'submitted' | 'accepted' | 'handed-over' | 'concluded' | 'published' | 'never';

export interface TextField extends AnyField {
  readonly kind: 'text';
  /** In graphemes, as a person counts them. */
  readonly longestLength?: number;
}

export interface Option {
  readonly id: string;
  readonly label: Label;
}

/** One of several. */
export interface ChoiceField extends AnyField {
  readonly kind: 'choice';
  readonly options: readonly Option[];
}

/** □☑: any of several. */
export interface ChecksField extends AnyField {
  readonly kind: 'checks';
  readonly options: readonly Option[];
}

export interface RatingField extends AnyField {
  readonly kind: 'rating';
  readonly scale: string;
}

/** Points in steps: 0 to 10 by halves. */
export interface PointsField extends AnyField {
  readonly kind: 'points';
  readonly least: Decimal;
  readonly most: Decimal;
  readonly step: Decimal;
}

/** A figure as an office writes it: 「延べ4,600社」; with `money`, an amount of yen that is typed and shown in thousands. */
export interface ValueField extends AnyField {
  readonly kind: 'value';
  /** Words are refused: the field takes a figure or a mark. */
  readonly figureOnly?: boolean;
  readonly money?: boolean;
  readonly unit?: string;
}

export interface DateField extends AnyField {
  readonly kind: 'date';
}

/** Is never typed: a formula over its row, its table, or the fields of the form. */
export interface ComputedField extends AnyField {
  readonly kind: 'computed';
  readonly formula: string;
  readonly decimals?: number;
  /** Shown in per cent. */
  readonly percent?: boolean;
  readonly money?: boolean;
}

/** A table: indicators, projects, a budget. Its rows come from the form, the plan, or whoever fills it in. */
export interface TableField extends AnyField {
  readonly kind: 'table';
  readonly rows: TableRows;
  readonly columns: readonly Column[];
  /** Sums that must be equal before the sheet is submitted: 財源内訳 and 決算額. */
  readonly balances?: readonly Balance[];
}

export type TableRows =
  | { readonly from: 'form'; readonly rows: readonly { readonly id: string; readonly label: Label }[] }
  /** One row for each indicator of the node. */
  | { readonly from: 'indicators'; readonly class?: 'activity' | 'outcome' }
  /** One row for each node below. */
  | { readonly from: 'children' }
  /** As many as whoever fills it in needs, listed in the order of their ids. */
  | { readonly from: 'section'; readonly atMost: number };

export type Column = SimpleField | GivenColumn;

/** Is never typed: what the plan says of the indicator of the row. */
export interface GivenColumn extends AnyField {
  readonly kind: 'given';
  readonly given: 'name' | 'unit' | 'baseline' | 'target' | 'last-year' | 'final-target';
}

/** Two formulas over a row of the table that must come to the same figure. */
export interface Balance {
  readonly id: string;
  readonly left: string;
  readonly right: string;
  readonly message: Label;
}

/** How the sheets of the nodes below were rated: each, and how often each grade. */
export interface RollUpField extends AnyField {
  readonly kind: 'roll-up';
  readonly sheetType: string;
  /** The rating field of that sheet type. */
  readonly field: string;
}

export interface AttachmentsField extends AnyField {
  readonly kind: 'attachments';
  readonly atMost: number;
}

/** Holds of what stands on a sheet. */
export type Condition =
  | { readonly kind: 'chosen'; readonly field: string; readonly among: readonly string[] }
  | { readonly kind: 'answered'; readonly field: string }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] };
