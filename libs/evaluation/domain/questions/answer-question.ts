import type { Asked } from '../../../kernel/asked.ts';
import { isBlank } from '../../../kernel/blank.ts';
import { accept, isRejected, reject, type Decision } from '../../../kernel/decision.ts';
import type { LineFacts } from '../approval-line/line.ts';
import type { Sheet } from '../sheet.ts';
import type { SheetEvent } from '../sheet.events.ts';
import { inPhaseFor } from '../sheet.rejections.ts';
import type { StageRejection } from '../stage.rejections.ts';
import { questionIn } from './question-in.ts';

export interface AnswerQuestion {
  readonly question: string;
  readonly text: string;
}

/** 回答 of the section: its approval line decides on it before the committee is told. One that was sent back is written anew. */
export function answerQuestion(
  { question: id, text }: AnswerQuestion & Asked, sheet: Sheet, { line, municipalityRevision }: LineFacts,
): Decision<SheetEvent, StageRejection> {
  const handedOver = inPhaseFor(sheet, 'answer-question');
  if (isRejected(handedOver)) return handedOver;
  const question = questionIn(handedOver, id);
  if (isRejected(question)) return question;
  if (question.answer !== undefined && question.answer.sentBack === undefined) return reject('answered-already');
  if (isRejected(line)) return line;
  if (isBlank(text)) return reject('text-missing');
  return accept({ type: 'QuestionAnswered', stage: handedOver.stage, question: id, text, line, municipalityRevision });
}
