import type { Asked } from '../../../kernel/asked.ts';
import { isBlank } from '../../../kernel/blank.ts';
import { accept, isRejected, reject, type Decision } from '../../../kernel/decision.ts';
import type { SecondEvaluationRejection } from '../second-evaluation.rejections.ts';
import type { Sheet } from '../sheet.ts';
import type { SheetEvent } from '../sheet.events.ts';
import { beforeConclusion, type CommitteeFacts } from './deliberation.ts';
import { takesPart } from './taking-part.ts';

export interface CommentOnWording {
  readonly text: string;
}

/** 文案への意見: what a member would word otherwise. */
export function commentOnWording(
  { membership, now, text }: CommentOnWording & Asked, sheet: Sheet, facts: CommitteeFacts,
): Decision<SheetEvent, SecondEvaluationRejection> {
  const deliberation = beforeConclusion(sheet, 'comment-on-wording', facts);
  if (isRejected(deliberation)) return deliberation;
  const member = takesPart(membership, now, deliberation);
  if (isRejected(member)) return member;
  if (deliberation.work.draft === undefined) return reject('draft-missing');
  if (isBlank(text)) return reject('text-missing');
  return accept({ type: 'WordingCommented', stage: deliberation.sheet.stage, member, text });
}
