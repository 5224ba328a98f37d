import type { Asked } from '../../../kernel/asked.ts';
import { accept, isRejected, reject, type Decision } from '../../../kernel/decision.ts';
import type { SecondEvaluationRejection } from '../second-evaluation.rejections.ts';
import type { Sheet } from '../sheet.ts';
import type { SheetEvent } from '../sheet.events.ts';
import { beforeConclusion, type CommitteeFacts } from './deliberation.ts';
import { opinionOf } from './opinions.ts';
import { takesPart } from './taking-part.ts';

/** 意見の取下げ: a member takes his own back. */
export function withdrawOpinion(
  { membership, now }: Asked, sheet: Sheet, facts: CommitteeFacts,
): Decision<SheetEvent, SecondEvaluationRejection> {
  const deliberation = beforeConclusion(sheet, 'withdraw-opinion', facts);
  if (isRejected(deliberation)) return deliberation;
  const member = takesPart(membership, now, deliberation);
  if (isRejected(member)) return member;
  if (opinionOf(deliberation.work, member) === undefined) return reject('nothing-to-withdraw');
  return accept({ type: 'OpinionWithdrawn', stage: deliberation.sheet.stage, member });
}
