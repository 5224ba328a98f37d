import type { EventCatalogue } from '../../kernel/decider.ts';
import type { Label } from '../../kernel/label.ts';

/** Grades from best to worst, as the office prints them. */
export interface RatingScale {
  readonly id: string;
  readonly name: Label;
  readonly grades: readonly { readonly id: string; readonly label: Label }[];
}

interface AnyField {
  readonly id: string;
  readonly label: Label;
  readonly required: boolean;
}

export interface TextField extends AnyField {
  readonly kind: 'text';
  /** In graphemes, as a person counts them. */
  readonly longestLength?: number;
}

export interface RatingField extends AnyField {
  readonly kind: 'rating';
  readonly scale: string;
}

export interface ValueField extends AnyField {
  readonly kind: 'value';
}

export type Field = TextField | RatingField | ValueField;

/** The form of one kind of sheet: which nodes it is for, and what is asked. */
export interface SheetType {
  readonly id: string;
  readonly name: Label;
  readonly level: string;
  readonly fields: readonly Field[];
}

export interface SchemeAdopted {
  readonly type: 'SchemeAdopted';
  readonly schemeVersion: number;
  readonly levels: readonly { readonly id: string; readonly name: Label }[];
  readonly scales: readonly RatingScale[];
  readonly sheetTypes: readonly SheetType[];
}

export type SchemeEvent = SchemeAdopted;

export const schemeCatalogue: EventCatalogue<SchemeEvent> = {
  SchemeAdopted: { version: 1 },
};
