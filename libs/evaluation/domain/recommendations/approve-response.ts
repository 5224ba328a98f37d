import type { Asked } from '../../../kernel/asked.ts';
import { accept, isRejected, type Decision } from '../../../kernel/decision.ts';
import { asSeen } from '../approval-line/deciding.ts';
import { recordOf, turnOn } from '../approval-line/turn-on.ts';
import type { Approval } from '../sheet.ts';
import type { Recommendation } from './recommendation.ts';
import type { RecommendationEvent } from './recommendation.events.ts';
import { inPhaseFor, type RecommendationRejection } from './recommendation.rejections.ts';

export interface ApproveResponse {
  /** The revision of the recommendation that was on screen. */
  readonly basedOn: number;
  /** In turn when nothing is said. */
  readonly way?: Approval['way'];
  /** Why it is decided out of turn. */
  readonly reason?: string;
}

/** 承認 of a response, in turn, over the absent or for the absent: nobody approves what he has not seen. */
export function approveResponse(command: ApproveResponse & Asked, recommendation: Recommendation): Decision<RecommendationEvent, RecommendationRejection> {
  const onLine = inPhaseFor(recommendation, 'approve-response');
  if (isRejected(onLine)) return onLine;
  const turn = turnOn(onLine.round, command.post, command.way ?? 'in-turn');
  if (isRejected(turn)) return turn;
  const seen = asSeen(command, onLine);
  if (isRejected(seen)) return seen;
  const record = recordOf(command, onLine.round, turn);
  if (isRejected(record)) return record;
  return accept({ type: 'ResponseApproved', ...seen, ...record });
}
