import type { Asked } from '../../../kernel/asked.ts';
import type { Day } from '../../../kernel/day.ts';
import { accept, isRejected, reject, type Decision, type Rejected } from '../../../kernel/decision.ts';
import type { SecondEvaluationRejection } from '../second-evaluation.rejections.ts';
import type { Sheet } from '../sheet.ts';
import type { SheetEvent } from '../sheet.events.ts';
import type { OpinionWay } from '../stage.events.ts';
import { beforeConclusion, type CommitteeFacts } from './deliberation.ts';
import { basisOf, changedSince, dayWrong, handOverMissed, isCurrent, opinionOf } from './opinions.ts';
import { givesOpinion } from './taking-part.ts';

export interface ConfirmOpinion {
  /** The revision of the sheet that was on screen. */
  readonly basedOn: number;
  /** Whose it is, and how the office heard of it; both absent when a member confirms his own. */
  readonly member?: string;
  readonly heard?: { readonly way: OpinionWay; readonly on: Day };
}

/** 意見の確認: what was entered for a member, or given before the sheet was handed over anew, is what he says. */
export function confirmOpinion(
  command: ConfirmOpinion & Asked, sheet: Sheet, facts: CommitteeFacts,
): Decision<SheetEvent, SecondEvaluationRejection> {
  const deliberation = beforeConclusion(sheet, 'confirm-opinion', facts);
  if (isRejected(deliberation)) return deliberation;
  const confirming = whose(command);
  if (isRejected(confirming)) return confirming;
  const { basedOn, heard, now } = command;
  const member = givesOpinion(confirming.member, now, deliberation);
  if (isRejected(member)) return member;
  const { sheet: { stage }, work } = deliberation;
  const there = opinionOf(work, member);
  if (there === undefined || isCurrent(there, work)) return reject('nothing-to-confirm');
  const refusal = handOverMissed(basedOn, deliberation) ?? (basedOn < there.revision ? changedSince(there) : undefined)
    ?? (heard && dayWrong(heard.on, now));
  if (refusal !== undefined) return refusal;
  return accept({
    type: 'OpinionConfirmed', stage, member, basis: basisOf(work, member), ...(heard && { heard: { way: heard.way, on: heard.on } }),
  });
}

/** The office says for whom and how it heard of it; a member speaks for himself. */
function whose({ role, membership, member, heard }: ConfirmOpinion & Asked): { readonly member: string | undefined } | Rejected<'confirmation-wrong'> {
  const isOffice = role === 'secretariat';
  if ((member !== undefined) !== isOffice || (heard !== undefined) !== isOffice) return reject('confirmation-wrong');
  return { member: isOffice ? member : membership };
}
