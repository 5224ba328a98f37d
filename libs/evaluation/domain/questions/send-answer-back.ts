import type { Asked } from '../../../kernel/asked.ts';
import { isBlank } from '../../../kernel/blank.ts';
import { accept, isRejected, reject, type Decision } from '../../../kernel/decision.ts';
import { turnOn } from '../approval-line/turn-on.ts';
import type { Sheet } from '../sheet.ts';
import type { SheetEvent } from '../sheet.events.ts';
import { inPhaseFor } from '../sheet.rejections.ts';
import type { StageRejection } from '../stage.rejections.ts';
import { answerOnLine } from './question-in.ts';

export interface SendAnswerBack {
  readonly question: string;
  readonly reason: string;
}

/** 差戻し of an answer to the section, by whoever is to decide on it now. */
export function sendAnswerBack(
  { question, reason, post }: SendAnswerBack & Asked, sheet: Sheet,
): Decision<SheetEvent, StageRejection> {
  const handedOver = inPhaseFor(sheet, 'send-answer-back');
  if (isRejected(handedOver)) return handedOver;
  const answer = answerOnLine(handedOver, question);
  if (isRejected(answer)) return answer;
  const turn = turnOn(answer.round, post, 'in-turn');
  if (isRejected(turn)) return turn;
  return isBlank(reason) ? reject('reason-missing') : accept({ type: 'AnswerSentBack', stage: handedOver.stage, question, reason });
}
