import { reject, type Rejected } from '../../../kernel/decision.ts';
import { recommendationLife, type RecommendationPhaseFor, type RecommendationVerb } from './recommendation-life.ts';
import type { AdoptedRecommendation, Recommendation } from './recommendation.ts';

/**
 * Why a verb of a recommendation may be refused, in order of precedence: of several that hold, the first in this list is told.
 */
export type RecommendationRejection =
  /** The recommendation stands in a phase in which this is not done; the details name the phase. */
  | 'wrong-phase'
  /** A general one is recorded of a committee, or a meeting of it, that is not there. */
  | 'unknown'
  /** The meeting in which it is said to have been adopted has not been held, or was cancelled. */
  | 'meeting-not-held'
  /** There is no such section to answer it. */
  | 'section-unknown'
  /** Somebody else is to decide now; the details name the step. */
  | 'not-your-turn'
  /** What was on screen is a revision that the recommendation has not reached. */
  | 'based-on-the-future'
  /** The response, or what it answers, is not what was on screen any more. */
  | 'sheet-changed-since'
  /** What is told of the result cannot be so; each member is named. */
  | 'fields-wrong'
  /** A recommendation, a response or a result says nothing. */
  | 'text-missing'
  /** There is no response that could be submitted; what is missing is named. */
  | 'fields-unanswered'
  /** The scheme has no approval line for the section, or nobody is there who could take its last step. */
  | 'line-incomplete'
  /** What this does needs a reason. */
  | 'reason-missing';

/** The recommendation when it is open for the verb, else why it is not. */
export function inPhaseFor<Verb extends RecommendationVerb>(
  recommendation: Recommendation, verb: Verb,
): Extract<AdoptedRecommendation, { phase: RecommendationPhaseFor<Verb> }> | Rejected<'wrong-phase'> {
  return verb in recommendationLife[recommendation.phase]
    ? recommendation as Extract<AdoptedRecommendation, { phase: RecommendationPhaseFor<Verb> }>
    : reject('wrong-phase', { phase: recommendation.phase });
}
