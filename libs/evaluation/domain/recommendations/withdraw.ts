import type { Asked } from '../../../kernel/asked.ts';
import { accept, isRejected, type Decision } from '../../../kernel/decision.ts';
import type { Recommendation } from './recommendation.ts';
import type { RecommendationEvent } from './recommendation.events.ts';
import { inPhaseFor, type RecommendationRejection } from './recommendation.rejections.ts';

export interface WithdrawRecommendation {
  /** The conclusion that was undone, on the sheet's stream. */
  readonly sheetRevision: number;
  /** Why the sheet was reopened. */
  readonly reason: string;
}

/** Its conclusion was undone; one that a later conclusion has adopted again stays. */
export function withdraw(
  { sheetRevision, reason }: WithdrawRecommendation & Asked, recommendation: Recommendation,
): Decision<RecommendationEvent, RecommendationRejection> {
  const adopted = inPhaseFor(recommendation, 'withdraw');
  if (isRejected(adopted)) return adopted;
  if (adopted.phase === 'withdrawn' || adopted.sheetRevision !== sheetRevision) return accept();
  return accept({ type: 'RecommendationWithdrawn', reason });
}
