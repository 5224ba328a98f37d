import type { Asked } from '../../../kernel/asked.ts';
import { accept, isRejected, reject, type Decision } from '../../../kernel/decision.ts';
import { answersTo } from '../content/answers-to.ts';
import type { SecondEvaluationRejection } from '../second-evaluation.rejections.ts';
import type { Sheet } from '../sheet.ts';
import type { SheetEvent } from '../sheet.events.ts';
import { beforeConclusion, type CommitteeFacts } from './deliberation.ts';
import { asOnScreen, basisOf, handOverMissed, isCurrent, opinionOf, sameContents } from './opinions.ts';
import { givesOpinion } from './taking-part.ts';

export interface GiveOpinion {
  /** By field of the stage: what was typed. */
  readonly opinion: Readonly<Record<string, unknown>>;
  /** The hand-over that was on screen, or any later revision of the sheet. */
  readonly basedOn: number;
  /** The revision of his own opinion that was on screen; absent where there was none. */
  readonly revises?: number;
}

/** 意見: a member says what he thinks, or says it anew. */
export function giveOpinion(
  command: GiveOpinion & Asked, sheet: Sheet, facts: CommitteeFacts,
): Decision<SheetEvent, SecondEvaluationRejection> {
  const deliberation = beforeConclusion(sheet, 'give-opinion', facts);
  if (isRejected(deliberation)) return deliberation;
  const { sheet: { stage }, work } = deliberation;
  const member = givesOpinion(command.membership, command.now, deliberation);
  if (isRejected(member)) return member;
  if (facts.opinionForm === undefined) return reject('opinions-not-asked');
  const there = opinionOf(work, member);
  const refusal = handOverMissed(command.basedOn, deliberation) ?? asOnScreen(there, command.revises);
  if (refusal !== undefined) return refusal;
  const opinion = answersTo(facts.opinionForm, command.opinion);
  if (isRejected(opinion)) return opinion;
  if (there !== undefined && isCurrent(there, work) && sameContents(there.opinion, opinion)) return accept();
  return accept({ type: there === undefined ? 'OpinionGiven' : 'OpinionRevised', stage, member, opinion, basis: basisOf(work, member) });
}
