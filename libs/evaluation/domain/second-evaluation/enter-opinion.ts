import type { Asked } from '../../../kernel/asked.ts';
import type { Day } from '../../../kernel/day.ts';
import { accept, isRejected, reject, type Decision } from '../../../kernel/decision.ts';
import { answersTo } from '../content/answers-to.ts';
import type { SecondEvaluationRejection } from '../second-evaluation.rejections.ts';
import type { Sheet } from '../sheet.ts';
import type { SheetEvent } from '../sheet.events.ts';
import type { OpinionWay } from '../stage.events.ts';
import { beforeConclusion, type CommitteeFacts } from './deliberation.ts';
import { asOnScreen, basisOf, dayWrong, opinionOf } from './opinions.ts';
import { givesOpinion } from './taking-part.ts';

export interface EnterOpinion {
  readonly member: string;
  readonly opinion: Readonly<Record<string, unknown>>;
  readonly way: OpinionWay;
  readonly receivedOn: Day;
  /** The revision of what was entered for him before and was on screen; absent where there was nothing. */
  readonly revises?: number;
}

/** 代理入力: the secretariat types what came on paper, by mail, or by word. It counts when the member has confirmed it. */
export function enterOpinion(
  command: EnterOpinion & Asked, sheet: Sheet, facts: CommitteeFacts,
): Decision<SheetEvent, SecondEvaluationRejection> {
  const deliberation = beforeConclusion(sheet, 'enter-opinion', facts);
  if (isRejected(deliberation)) return deliberation;
  const { sheet: { stage }, work } = deliberation;
  const { way, receivedOn, now } = command;
  const member = givesOpinion(command.member, now, deliberation);
  if (isRejected(member)) return member;
  if (facts.opinionForm === undefined) return reject('opinions-not-asked');
  const there = opinionOf(work, member);
  if (there !== undefined && there.entered === undefined) return reject('opinion-is-own');
  const changed = asOnScreen(there, command.revises);
  if (changed !== undefined) return changed;
  const opinion = answersTo(facts.opinionForm, command.opinion);
  if (isRejected(opinion)) return opinion;
  return dayWrong(receivedOn, now)
    ?? accept({ type: 'OpinionEntered', stage, member, opinion, way, receivedOn, basis: basisOf(work, member) });
}
