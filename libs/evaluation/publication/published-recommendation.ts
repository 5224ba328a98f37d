import type { Label } from '../../kernel/label.ts';
import type { AdoptedRecommendation, Recommendation } from '../domain/recommendations/recommendation.ts';
import type { ResponsePolicy } from '../domain/recommendations/recommendation.events.ts';

/** 対応方針, once its line has decided. */
export interface PublishedResponse {
  readonly policy: ResponsePolicy;
  readonly text: string;
}

export function publishedResponse(recommendation: Recommendation): PublishedResponse | undefined {
  if (recommendation.phase !== 'answered' && recommendation.phase !== 'closed') return undefined;
  const { response } = recommendation;
  return response && { policy: response.policy, text: response.text };
}

export interface PublishedRecommendationFacts {
  readonly municipality: { readonly id: string; readonly name: Label };
  readonly committee: Label | undefined;
  readonly section: Label | undefined;
  readonly department: Label | undefined;
}

/** 総括的提言, which belongs to no sheet, with what the office answers. */
export function publishedRecommendation(id: string, recommendation: AdoptedRecommendation, facts: PublishedRecommendationFacts) {
  const { year, number, text } = recommendation;
  return { ...facts, recommendation: id, year, number, text, response: publishedResponse(recommendation) };
}
