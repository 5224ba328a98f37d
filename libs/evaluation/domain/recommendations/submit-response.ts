import type { Asked } from '../../../kernel/asked.ts';
import { accept, isRejected, reject, type Decision } from '../../../kernel/decision.ts';
import type { LineFacts } from '../approval-line/line.ts';
import type { Recommendation } from './recommendation.ts';
import type { RecommendationEvent } from './recommendation.events.ts';
import { inPhaseFor, type RecommendationRejection } from './recommendation.rejections.ts';

/** The section hands the response to its approval line. */
export function submitResponse(
  _command: Asked, recommendation: Recommendation, { line, municipalityRevision }: LineFacts,
): Decision<RecommendationEvent, RecommendationRejection> {
  const answering = inPhaseFor(recommendation, 'submit-response');
  if (isRejected(answering)) return answering;
  if (answering.response === undefined) return reject('fields-unanswered', { fields: ['policy', 'text'] });
  if (isRejected(line)) return line;
  return accept({ type: 'ResponseSubmitted', line, municipalityRevision });
}
