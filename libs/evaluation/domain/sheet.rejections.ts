import { reject, type Rejected } from '../../kernel/decision.ts';
import type { OpenedSheet, Sheet, SheetPhase } from './sheet.ts';

/**
 * Why a verb of a sheet may be refused, in order of precedence: of several that hold, the first in this list is told.
 * Each has an example in the spec of a verb that gives it.
 */
export type SheetRejection =
  /** The sheet stands in a phase in which this is not done; the details name the phase. */
  | 'wrong-phase'
  /** No cycle asks for the sheet, or the plan no longer has its node, or the municipality its section. */
  | 'node-missing'
  /** The revision that a save was made on is one that the sheet has not reached. */
  | 'based-on-the-future'
  /** The sheet is not what the approver had before him any more. */
  | 'sheet-changed-since'
  /** Fields are named that the form does not have, or hold what they cannot; each is named. */
  | 'fields-wrong'
  /** Somebody else changed the same fields since; each is named with both contents, who, and when. */
  | 'fields-changed-since'
  /** Required fields are empty; each is named. */
  | 'fields-unanswered'
  /** A sheet is never sent back without a reason. */
  | 'reason-missing';

/** The sheet when it is open for the verb, else why it is not. */
export function inPhase(sheet: Sheet, phase: SheetPhase): OpenedSheet | Rejected<'wrong-phase'> {
  return sheet.phase === phase && sheet.phase !== 'absent' ? sheet : reject('wrong-phase', { phase: sheet.phase });
}
