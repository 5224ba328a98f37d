import type { Asked } from '../../../kernel/asked.ts';
import { isBlank } from '../../../kernel/blank.ts';
import { accept, isRejected, reject, type Decision } from '../../../kernel/decision.ts';
import { asSeen } from '../approval-line/deciding.ts';
import type { Recommendation } from './recommendation.ts';
import type { RecommendationEvent, ResponsePolicy } from './recommendation.events.ts';
import { inPhaseFor, type RecommendationRejection } from './recommendation.rejections.ts';

export interface WriteResponse {
  /** The revision of the recommendation that was on screen. */
  readonly basedOn: number;
  readonly policy: ResponsePolicy;
  readonly text: string;
}

/** 対応方針: the section writes it, on what it has seen of the recommendation and of what others wrote. */
export function writeResponse(
  { basedOn, policy, text }: WriteResponse & Asked, recommendation: Recommendation,
): Decision<RecommendationEvent, RecommendationRejection> {
  const answering = inPhaseFor(recommendation, 'write-response');
  if (isRejected(answering)) return answering;
  const seen = asSeen({ basedOn }, answering);
  if (isRejected(seen)) return seen;
  if (isBlank(text)) return reject('text-missing');
  const { response } = answering;
  if (response?.policy === policy && response.text === text) return accept();
  return accept({ type: 'ResponseWritten', basedOn, policy, text });
}
