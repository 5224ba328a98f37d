import type { Asked } from '../../../kernel/asked.ts';
import { isBlank } from '../../../kernel/blank.ts';
import { accept, isRejected, reject, type Decision } from '../../../kernel/decision.ts';
import type { SecondEvaluationRejection } from '../second-evaluation.rejections.ts';
import type { Sheet } from '../sheet.ts';
import type { SheetEvent } from '../sheet.events.ts';
import { beforeCommittee, type CommitteeFacts } from './deliberation.ts';
import { isOfCommittee, isRecusedHere } from './taking-part.ts';

export interface Recuse {
  readonly reason: string;
}

/** 回避: a member keeps out of a sheet. What he has said before stays, and is not counted. */
export function recuse(
  { membership, now, reason }: Recuse & Asked, sheet: Sheet, facts: CommitteeFacts,
): Decision<SheetEvent, SecondEvaluationRejection> {
  const deliberation = beforeCommittee(sheet, 'recuse', facts);
  if (isRejected(deliberation)) return deliberation;
  if (isRecusedHere(membership, deliberation)) return reject('recused-already');
  if (!isOfCommittee(membership, now, deliberation)) return reject('not-a-member');
  if (isBlank(reason)) return reject('reason-missing');
  return accept({ type: 'MemberRecused', stage: deliberation.sheet.stage, member: membership, way: 'by-oneself', reason });
}
