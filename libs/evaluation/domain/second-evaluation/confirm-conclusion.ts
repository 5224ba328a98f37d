import type { Asked } from '../../../kernel/asked.ts';
import { accept, isRejected, reject, type Decision } from '../../../kernel/decision.ts';
import type { SecondEvaluationRejection } from '../second-evaluation.rejections.ts';
import type { Sheet } from '../sheet.ts';
import type { SheetEvent } from '../sheet.events.ts';
import { convened, quorumOf } from './counting.ts';
import { beforeCommittee, type CommitteeFacts } from './deliberation.ts';
import { presides } from './taking-part.ts';

export interface ConfirmConclusion {
  /** The meeting of the whole committee in which it was confirmed. */
  readonly meeting: string;
}

/** 部会の結論の承認: the whole committee makes its own what a sub-group has concluded. */
export function confirmConclusion(
  command: ConfirmConclusion & Asked, sheet: Sheet, facts: CommitteeFacts,
): Decision<SheetEvent, SecondEvaluationRejection> {
  const deliberation = beforeCommittee(sheet, 'confirm-conclusion', facts);
  if (isRejected(deliberation)) return deliberation;
  const presider = presides(command, deliberation);
  if (isRejected(presider)) return presider;
  const { sheet: { stage }, work: { proposed }, committee } = deliberation;
  if (proposed === undefined) return reject('nothing-to-confirm');
  const { meeting: id, now } = command;
  const meeting = convened({ meeting: id, subgroup: undefined, now }, deliberation);
  if (isRejected(meeting)) return meeting;
  const quorum = quorumOf(meeting, deliberation);
  if (isRejected(quorum)) return quorum;
  return accept({ type: 'ConclusionConfirmed', stage, member: presider, meeting: id, committeeRevision: committee.revision, ...quorum });
}
