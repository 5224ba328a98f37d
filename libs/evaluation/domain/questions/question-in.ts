import { isRejected, reject, type Rejected } from '../../../kernel/decision.ts';
import type { HandedOverSheet } from '../sheet.ts';
import type { Answer, Question } from '../stage-work.ts';

/** A question of the stage in which the sheet stands. */
export function questionIn({ works, stage }: HandedOverSheet, question: string): Question | Rejected<'question-unknown'> {
  const { questions = {} } = works[stage] ?? {};
  const asked = Object.hasOwn(questions, question) ? questions[question] : undefined;
  return asked ?? reject('question-unknown', { question });
}

/** The answer to a question while its line decides. */
export function answerOnLine(sheet: HandedOverSheet, id: string): Answer | Rejected<'question-unknown' | 'answer-not-waiting'> {
  const question = questionIn(sheet, id);
  if (isRejected(question)) return question;
  const { answer } = question;
  return answer === undefined || answer.isTold || answer.sentBack !== undefined ? reject('answer-not-waiting') : answer;
}
