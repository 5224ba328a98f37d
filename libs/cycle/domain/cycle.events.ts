import type { EventCatalogue } from '../../kernel/decider.ts';
import type { FiscalYear } from '../../kernel/fiscal-year.ts';
import type { Deadline } from './deadline.ts';

/** A node that gets a sheet, with the form that its level asks for. */
export interface ChosenNode {
  readonly node: string;
  readonly sheetType: string;
}

export interface CycleOpened {
  readonly type: 'CycleOpened';
  /** The year in which it is done. */
  readonly year: FiscalYear;
  /** The year it is about. */
  readonly aboutYear: FiscalYear;
  readonly plan: string;
  readonly planRevision: number;
  readonly schemeVersion: number;
  readonly schemeRevision: number;
  readonly submissionDeadline: Deadline;
  readonly nodes: readonly ChosenNode[];
}

/** A sheet that the cycle asked for could not be opened; the secretariat sees why. */
export interface SheetOpeningRefused {
  readonly type: 'SheetOpeningRefused';
  readonly node: string;
  readonly code: string;
}

export type CycleEvent = CycleOpened | SheetOpeningRefused;

export const cycleCatalogue: EventCatalogue<CycleEvent> = {
  CycleOpened: { version: 1 },
  SheetOpeningRefused: { version: 1 },
};
