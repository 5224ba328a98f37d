/**
 * Why a verb of the second evaluation may be refused, in order of precedence: of several that hold, the first in this list is
 * told.
 */
export type SecondEvaluationRejection =
  /** The sheet stands in a phase in which this is not done; the details name the phase. */
  | 'wrong-phase'
  /** The sheet is before a meeting or the mayor, and not before a committee. */
  | 'not-before-committee'
  /** The sub-group has concluded: what is left is for the whole committee to confirm. */
  | 'concluded-already'
  /** An opinion is confirmed for somebody without saying for whom and how the office heard of it; or a member says either. */
  | 'confirmation-wrong'
  /** The member keeps out of the sheet, or is kept out, already. */
  | 'recused-already'
  /** The member keeps out of the sheet, or is kept out; the details name him. */
  | 'recused'
  /** Nobody who is a member today, or not of the sub-group that has the sheet. */
  | 'not-a-member'
  /** The committee has assigned the sheet to others. */
  | 'not-assigned'
  /** Somebody else presides. */
  | 'not-presiding'
  /** The stage asks its members for no opinions. */
  | 'opinions-not-asked'
  /** There is no opinion of his that could be withdrawn. */
  | 'nothing-to-withdraw'
  /** No opinion waits for being confirmed, or no conclusion does. */
  | 'nothing-to-confirm'
  /** Nothing was drafted yet. */
  | 'draft-missing'
  /** The revision that was on screen is one that the sheet has not reached. */
  | 'based-on-the-future'
  /** The sheet was handed over anew since, or the conclusion drafted anew; of a draft the details tell whose is there. */
  | 'sheet-changed-since'
  /** The member has given his opinion himself. */
  | 'opinion-is-own'
  /** The opinion that is there is not the one that was on screen; the details tell what is there. */
  | 'opinion-changed-since'
  /** The draft has the dissent of somebody who was kept out of the sheet since; he is named. */
  | 'dissent-recused'
  /** No meeting or circulation of the committee, or of the sub-group, has the sheet on its agenda and was held. */
  | 'meeting-unknown'
  /** Opinions were given on an older hand-over, or entered and not confirmed; whose is told. */
  | 'opinions-outdated'
  /** Too few were there, or gave an opinion; how many of how many is told. */
  | 'quorum-missing'
  /** Fields are named that the stage does not have, or hold what they cannot; each is named. */
  | 'fields-wrong'
  /** Required fields are empty; each is named. */
  | 'fields-unanswered'
  /** A recommendation is named that the draft does not have, or is named twice. */
  | 'recommendation-unknown'
  /** A text that must say something does not. */
  | 'text-missing'
  /** There is no such day. */
  | 'day-wrong'
  /** The day is still to come. */
  | 'day-in-the-future'
  /** What this does needs a reason. */
  | 'reason-missing';
