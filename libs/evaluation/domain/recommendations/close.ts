import type { Asked } from '../../../kernel/asked.ts';
import { isBlank } from '../../../kernel/blank.ts';
import { accept, isRejected, reject, type Decision } from '../../../kernel/decision.ts';
import type { Recommendation } from './recommendation.ts';
import type { RecommendationEvent } from './recommendation.events.ts';
import { inPhaseFor, type RecommendationRejection } from './recommendation.rejections.ts';

export interface CloseRecommendation {
  readonly reason: string;
}

/** Nothing more is to come of it: from the next year on it stands on no sheet. */
export function close({ reason }: CloseRecommendation & Asked, recommendation: Recommendation): Decision<RecommendationEvent, RecommendationRejection> {
  const answered = inPhaseFor(recommendation, 'close');
  if (isRejected(answered)) return answered;
  if (isBlank(reason)) return reject('reason-missing');
  return accept({ type: 'RecommendationClosed', reason });
}
