import type { Asked } from '../../../kernel/asked.ts';
import { isBlank } from '../../../kernel/blank.ts';
import { accept, isRejected, reject, type Decision } from '../../../kernel/decision.ts';
import { turnOn } from '../approval-line/turn-on.ts';
import type { Recommendation } from './recommendation.ts';
import type { RecommendationEvent } from './recommendation.events.ts';
import { inPhaseFor, type RecommendationRejection } from './recommendation.rejections.ts';

export interface SendResponseBack {
  readonly reason: string;
}

/** 差戻し to the section by whoever is to decide now; then the whole line approves again. */
export function sendResponseBack(
  { reason, post }: SendResponseBack & Asked, recommendation: Recommendation,
): Decision<RecommendationEvent, RecommendationRejection> {
  const onLine = inPhaseFor(recommendation, 'send-response-back');
  if (isRejected(onLine)) return onLine;
  const turn = turnOn(onLine.round, post, 'in-turn');
  if (isRejected(turn)) return turn;
  if (isBlank(reason)) return reject('reason-missing');
  return accept({ type: 'ResponseSentBack', reason });
}
