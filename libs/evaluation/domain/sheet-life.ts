/**
 * Which verb is done in which phase, and to which phases it may lead. The README prints it; a verb that is not named for
 * a phase is refused there with `wrong-phase`.
 */
export const sheetLife = {
  absent: { open: ['drafting'] },
  drafting: {
    save: ['drafting'], 'copy-last-year': ['drafting'], attach: ['drafting'], 'remove-file': ['drafting'], annotate: ['drafting'],
    submit: ['submitted'], transfer: ['drafting'], void: ['voided'],
  },
  submitted: {
    annotate: ['submitted'], 'take-back': ['drafting'], approve: ['submitted', 'approved'], 'approve-over': ['submitted', 'approved'],
    'approve-for-absent': ['approved'], 'send-back': ['submitted', 'drafting'], 'review-afterwards': ['submitted'],
    'replace-figures': ['submitted'], 'look-at': ['submitted'], void: ['voided'],
  },
  approved: {
    annotate: ['approved'], 'send-back': ['submitted', 'drafting'], 'review-afterwards': ['approved'], accept: ['accepted'],
    correct: ['approved'], 'replace-figures': ['approved'], 'look-at': ['approved'], void: ['voided'],
  },
  accepted: {
    annotate: ['accepted'], 'send-back': ['submitted', 'drafting'], 'review-afterwards': ['accepted'], correct: ['accepted'],
    'replace-figures': ['accepted'], 'look-at': ['accepted'], void: ['voided'], 'hand-over': ['handed-over'], finalise: ['final'],
  },
  'handed-over': {
    annotate: ['handed-over'], 'send-back': ['submitted', 'drafting'], 'review-afterwards': ['handed-over'], void: ['voided'],
    'decide-stage': ['concluded'], 'ask-question': ['handed-over'], 'answer-question': ['handed-over'], 'approve-answer': ['handed-over'],
    'send-answer-back': ['handed-over'], recuse: ['handed-over'], exclude: ['handed-over'], 'give-opinion': ['handed-over'],
    'withdraw-opinion': ['handed-over'], 'enter-opinion': ['handed-over'], 'confirm-opinion': ['handed-over'],
    'draft-conclusion': ['handed-over'], 'comment-on-wording': ['handed-over'], conclude: ['handed-over', 'concluded'],
    'confirm-conclusion': ['concluded'], reopen: ['handed-over'],
  },
  concluded: {
    annotate: ['concluded'], 'review-afterwards': ['concluded'], 'hand-over': ['handed-over'], finalise: ['final'],
    reopen: ['drafting', 'handed-over'], void: ['voided'],
  },
  final: { annotate: ['final'], 'review-afterwards': ['final'], reopen: ['drafting', 'handed-over'], 'correct-published': ['final'] },
  voided: { reopen: ['drafting'] },
} as const satisfies Record<string, Record<string, readonly string[]>>;

export type SheetPhase = keyof typeof sheetLife;

type VerbsIn<Phase extends SheetPhase> = Phase extends SheetPhase ? keyof (typeof sheetLife)[Phase] : never;

export type SheetVerb = VerbsIn<SheetPhase>;

/** The phases in which a verb is done. */
export type PhaseFor<Verb extends SheetVerb> = {
  [Phase in SheetPhase]: Verb extends keyof (typeof sheetLife)[Phase] ? Phase : never;
}[SheetPhase];
