import type { Asked } from '../../../kernel/asked.ts';
import { isBlank } from '../../../kernel/blank.ts';
import { accept, isRejected, reject, type Decision } from '../../../kernel/decision.ts';
import type { SecondEvaluationRejection } from '../second-evaluation.rejections.ts';
import type { Sheet } from '../sheet.ts';
import type { SheetEvent } from '../sheet.events.ts';
import { beforeCommittee, type CommitteeFacts } from './deliberation.ts';
import { isOfCommittee, isRecusedHere, presides } from './taking-part.ts';

export interface Exclude {
  readonly member: string;
  readonly reason: string;
}

/** 除斥: whoever presides keeps a member out of a sheet. */
export function exclude(
  command: Exclude & Asked, sheet: Sheet, facts: CommitteeFacts,
): Decision<SheetEvent, SecondEvaluationRejection> {
  const deliberation = beforeCommittee(sheet, 'exclude', facts);
  if (isRejected(deliberation)) return deliberation;
  const presider = presides(command, deliberation);
  if (isRejected(presider)) return presider;
  const { member, now, reason } = command;
  if (isRecusedHere(member, deliberation)) return reject('recused-already');
  if (!isOfCommittee(member, now, deliberation)) return reject('not-a-member', { member });
  if (isBlank(reason)) return reject('reason-missing');
  return accept({ type: 'MemberRecused', stage: deliberation.sheet.stage, member, way: 'excluded', reason });
}
