import { reject, type Rejected } from '../../kernel/decision.ts';
import type { PhaseFor, SheetVerb } from './sheet-life.ts';
import { sheetLife } from './sheet-life.ts';
import type { OpenedSheet, Sheet } from './sheet.ts';

/**
 * Why a verb of a sheet may be refused, in order of precedence: of several that hold, the first in this list is told.
 */
export type SheetRejection =
  /** The sheet stands in a phase in which this is not done; the details name the phase. */
  | 'wrong-phase'
  /** No cycle asks for the sheet, or the plan no longer has its node, or the municipality its section. */
  | 'node-missing'
  /** Somebody else is to decide now; the details name the step. */
  | 'not-your-turn'
  /** Somebody of the line has decided: from then on it is sent back and not taken back. */
  | 'decided-already'
  /** Nobody asks the asker to look at this, or he has looked already. */
  | 'nothing-to-look-at'
  /** The sheet is sent back to a step that is none of its line, or is not before the one that sends. */
  | 'step-unknown'
  /** What is copied from is no earlier sheet of the same node that was ever submitted. */
  | 'source-wrong'
  /** The revision that a save was made on is one that the sheet has not reached. */
  | 'based-on-the-future'
  /** The sheet is not what the approver had before him any more. */
  | 'sheet-changed-since'
  /** Fields are named that the form does not have, or that this verb does not touch, or hold what they cannot; each is named. */
  | 'fields-wrong'
  /** Somebody else changed the same fields since; each is named with both contents, who, and when. */
  | 'fields-changed-since'
  /** Required fields are empty, or would be; each is named. */
  | 'fields-unanswered'
  /** Sums that must be equal are not; each is named with both. */
  | 'sums-differ'
  /** The scheme has no approval line for the sheet, or nobody is there who could take its last step. */
  | 'line-incomplete'
  /** The sheet has no such file. */
  | 'file-missing'
  /** The field takes no more files. */
  | 'too-many-files'
  /** A sheet is transferred to a section that is not there, or that has it already. */
  | 'section-wrong'
  /** There is no such day. */
  | 'day-wrong'
  /** What this does needs a reason. */
  | 'reason-missing';

/** The sheet when it is open for the verb, else why it is not. */
export function inPhaseFor<Verb extends SheetVerb>(
  sheet: Sheet, verb: Verb,
): Extract<OpenedSheet, { phase: PhaseFor<Verb> }> | Rejected<'wrong-phase'> {
  return verb in sheetLife[sheet.phase]
    ? sheet as Extract<OpenedSheet, { phase: PhaseFor<Verb> }>
    : reject('wrong-phase', { phase: sheet.phase });
}
