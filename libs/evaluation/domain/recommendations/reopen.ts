import type { Asked } from '../../../kernel/asked.ts';
import { isBlank } from '../../../kernel/blank.ts';
import { accept, isRejected, reject, type Decision } from '../../../kernel/decision.ts';
import type { Recommendation } from './recommendation.ts';
import type { RecommendationEvent } from './recommendation.events.ts';
import { inPhaseFor, type RecommendationRejection } from './recommendation.rejections.ts';

export interface ReopenRecommendation {
  readonly reason: string;
}

/** Something is to come of it after all; its response stands. */
export function reopen({ reason }: ReopenRecommendation & Asked, recommendation: Recommendation): Decision<RecommendationEvent, RecommendationRejection> {
  const closed = inPhaseFor(recommendation, 'reopen');
  if (isRejected(closed)) return closed;
  if (isBlank(reason)) return reject('reason-missing');
  return accept({ type: 'RecommendationReopened', reason });
}
