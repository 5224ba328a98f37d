/**
 * Why a verb of the stages after the first evaluation, or of questions, may be refused, in order of precedence: of several
 * that hold, the first in this list is told.
 */
export type StageRejection =
  /** The sheet stands in a phase in which this is not done; the details name the phase. */
  | 'wrong-phase'
  /** The sheet stands in an edition of the public step: what is wrong there is corrected 訂正; the details name the edition. */
  | 'sheet-published'
  /** A publication is asked and not yet recorded: until then its sheets stay as they are. */
  | 'publication-running'
  /** The scheme has no such stage, or a sheet is reopened to one that has come to nothing. */
  | 'stage-unknown'
  /** The stage, or one that comes after it, has its result already. */
  | 'stage-passed'
  /** A stage of a committee goes to one that is there and has members today, and the sub-group if one is named; others to none. */
  | 'committee-wrong'
  /** The sheet is before a committee, which concludes. */
  | 'committee-concludes'
  /** The sheet is before a meeting or the mayor, and not before a committee. */
  | 'not-before-committee'
  /** The stage has no such question. */
  | 'question-unknown'
  /** An answer to the question was given, and not sent back. */
  | 'answered-already'
  /** No answer to the question stands before its line: there is none, or it was sent back, or it is approved. */
  | 'answer-not-waiting'
  /** The member keeps out of the sheet, or is kept out; the details name him. */
  | 'recused'
  /** Nobody who is a member today, or not of the sub-group that has the sheet. */
  | 'not-a-member'
  /** Somebody else is to decide now; the details name the step. */
  | 'not-your-turn'
  /** The revision that was on screen is one that the sheet has not reached. */
  | 'based-on-the-future'
  /** The sheet, or the answer, is not what was on screen any more. */
  | 'sheet-changed-since'
  /** There is no such day. */
  | 'day-wrong'
  /** Fields are named that the form or the stage does not have, or hold what they cannot; each is named. */
  | 'fields-wrong'
  /** Required fields of the stage are empty; each is named. */
  | 'fields-unanswered'
  /** Nobody is there who could take the last step of the answer's line. */
  | 'line-incomplete'
  /** A text that must say something does not. */
  | 'text-missing'
  /** What this does needs a reason. */
  | 'reason-missing';
