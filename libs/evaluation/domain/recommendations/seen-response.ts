import type { AdoptedRecommendation, Recommendation } from './recommendation.ts';
import type { RecommendationEvent } from './recommendation.events.ts';

/**
 * Of the events that a committee is told of a recommendation: nothing of the response before the line is done, and then
 * what was approved, not what was written before it.
 */
export function seenResponse(recommendation: Recommendation) {
  const approvedFrom = isTold(recommendation) ? recommendation.response?.revision ?? 0 : Infinity;
  return (event: RecommendationEvent, { revision }: { readonly revision: number }): RecommendationEvent | undefined => {
    switch (event.type) {
      case 'ResponseWritten': case 'ResponseSubmitted': case 'ResponseApproved': return revision < approvedFrom ? undefined : event;
      default: return event;
    }
  };
}

/** A recommendation as far as everybody is told who works on its node: with a response when the line is done. */
export function toldRecommendation(recommendation: AdoptedRecommendation): Pick<AdoptedRecommendation, 'phase' | 'response'> {
  if (isTold(recommendation)) return recommendation;
  return { phase: recommendation.phase === 'on-line' ? 'answering' : recommendation.phase };
}

function isTold(recommendation: Recommendation): recommendation is Extract<Recommendation, { readonly phase: 'answered' | 'closed' }> {
  return recommendation.phase === 'answered' || recommendation.phase === 'closed';
}
