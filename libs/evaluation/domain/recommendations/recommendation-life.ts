/**
 * Which verb is done to a recommendation in which phase, and to which phases it may lead. The README prints it; a verb
 * that is not named for a phase is refused there with `wrong-phase`.
 */
export const recommendationLife = {
  absent: { adopt: ['answering'], 'adopt-general': ['answering'] },
  answering: { adopt: ['answering'], withdraw: ['withdrawn'], 'write-response': ['answering'], 'submit-response': ['on-line'] },
  'on-line': {
    adopt: ['answering'], withdraw: ['withdrawn'], 'approve-response': ['on-line', 'answered'], 'send-response-back': ['answering'],
  },
  answered: { adopt: ['answering'], withdraw: ['withdrawn'], 'report-result': ['answered'], close: ['closed'] },
  closed: { adopt: ['answering'], withdraw: ['withdrawn'], reopen: ['answered'] },
  withdrawn: { adopt: ['answering'], withdraw: ['withdrawn'] },
} as const satisfies Record<string, Record<string, readonly string[]>>;

export type RecommendationPhase = keyof typeof recommendationLife;

type VerbsIn<Phase extends RecommendationPhase> = Phase extends RecommendationPhase ? keyof (typeof recommendationLife)[Phase] : never;

export type RecommendationVerb = VerbsIn<RecommendationPhase>;

/** The phases in which a verb is done. */
export type RecommendationPhaseFor<Verb extends RecommendationVerb> = {
  [Phase in RecommendationPhase]: Verb extends keyof (typeof recommendationLife)[Phase] ? Phase : never;
}[RecommendationPhase];
