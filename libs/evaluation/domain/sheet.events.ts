import type { Deadline } from '../../cycle/domain/deadline.ts';
import type { EventCatalogue } from '../../kernel/decider.ts';
import type { TypedValue } from '../../kernel/value.ts';

/** What stands in a field: a text, a grade of its scale, or a value as typed and as understood. */
export type FieldContent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'rating'; readonly grade: string }
  | { readonly kind: 'value'; readonly value: TypedValue };

export interface SheetOpened {
  readonly type: 'SheetOpened';
  readonly year: number;
  readonly cycleRevision: number;
  /** Where the cycle names the node: the order in which the office lists its sheets. */
  readonly place: number;
  readonly plan: string;
  readonly planRevision: number;
  readonly node: string;
  /** Whose it is when it is opened; a transfer moves it. */
  readonly section: string;
  readonly department: string;
  readonly municipalityRevision: number;
  readonly sheetType: string;
  readonly schemeVersion: number;
}

/** null empties a field. */
export interface FieldsSaved {
  readonly type: 'FieldsSaved';
  readonly basedOn: number;
  readonly fields: Readonly<Record<string, FieldContent | null>>;
}

export interface FirstEvaluationSubmitted {
  readonly type: 'FirstEvaluationSubmitted';
  readonly late: boolean;
  /** As it was in force then, and from which revision of the cycle. */
  readonly deadline: Deadline;
  readonly cycleRevision: number;
}

export interface FirstEvaluationApproved {
  readonly type: 'FirstEvaluationApproved';
  /** What was approved: the sheet as it stood at this revision. */
  readonly approvedRevision: number;
}

export interface FirstEvaluationSentBack {
  readonly type: 'FirstEvaluationSentBack';
  readonly reason: string;
  readonly comments: readonly FieldComment[];
}

export interface FieldComment {
  readonly field: string;
  readonly comment: string;
}

export type SheetEvent =
  | SheetOpened
  | FieldsSaved
  | FirstEvaluationSubmitted
  | FirstEvaluationApproved
  | FirstEvaluationSentBack;

export const sheetCatalogue: EventCatalogue<SheetEvent> = {
  SheetOpened: { version: 1 },
  FieldsSaved: { version: 1 },
  FirstEvaluationSubmitted: { version: 1 },
  FirstEvaluationApproved: { version: 1 },
  FirstEvaluationSentBack: { version: 1 },
};
