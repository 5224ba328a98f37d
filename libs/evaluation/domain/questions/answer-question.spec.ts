import { describe, expect, it } from '@jest/globals';
import { reject } from '../../../kernel/decision.ts';
import type { LineFacts } from '../approval-line/line.ts';
import type { Sheet } from '../sheet.ts';
import { asked, given, line } from '../sheet-examples.ts';
import { answering, answerSentBack, asking, concluded, handedOver, questionAnswered } from '../stages/stage-examples.ts';
import { answerQuestion, type AnswerQuestion } from './answer-question.ts';

const { question, text } = questionAnswered;
const incomplete = reject('line-incomplete', { step: 'director' });
const answeringIt = (change: Partial<AnswerQuestion & LineFacts> = {}) => (sheet: Sheet) => {
  const { line: now = line, question: id = question, text: said = text } = change;
  return answerQuestion({ ...asked, question: id, text: said }, sheet, { line: now, municipalityRevision: 6 });
};

describe('answer a question', () => {
  it('records the answer and the line that decides on it, as the office is now', () => {
    given(...asking).when(answeringIt()).then(questionAnswered);
  });

  it('waits for its line, and lets the posts of the line see the sheet', () => {
    const other = line.map((step) => ({ ...step, parties: [{ section: 'promotion', posts: ['new-chief'] }] }));
    expect(given(...asking, { ...questionAnswered, line: other }).state()).toMatchObject({
      linePosts: expect.arrayContaining(['director', 'new-chief']),
      works: { committee: { questions: { [question]: { answer: { text, isTold: false, revision: 11, round: { at: 0, approvals: [] } } } } } },
    });
  });

  it('is written anew when it was sent back, and its line begins again', () => {
    given(...answering, answerSentBack).when(answeringIt()).then(questionAnswered);
    expect(given(...answering, answerSentBack, questionAnswered).state())
      .not.toHaveProperty(`works.committee.questions.${question}.answer.sentBack`);
  });

  it('refuses an unknown question, one that is answered, a line that nobody could complete, and nothing to say', () => {
    given(...handedOver).when(answeringIt()).thenRejected('question-unknown', { question });
    given(...answering).when(answeringIt()).thenRejected('answered-already');
    given(...asking).when(answeringIt({ line: incomplete })).thenRejected('line-incomplete', { step: 'director' });
    given(...asking).when(answeringIt({ text: '　' })).thenRejected('text-missing');
  });

  it('tells the phase first, then the question, its answer, the line, and the text last', () => {
    const wrong = { line: incomplete, text: '' };
    given(...concluded).when(answeringIt(wrong)).thenRejected('wrong-phase', { phase: 'concluded' });
    given(...asking).when(answeringIt({ ...wrong, question: 'elsewhere' })).thenRejected('question-unknown');
    given(...answering).when(answeringIt(wrong)).thenRejected('answered-already');
    given(...asking).when(answeringIt(wrong)).thenRejected('line-incomplete');
  });
});
