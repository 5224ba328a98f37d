import { describe, expect, it } from '@jest/globals';
import type { Sheet } from '../sheet.ts';
import { as, given } from '../sheet-examples.ts';
import { answerApproval, answering, answerSentBack, asking, concluded } from '../stages/stage-examples.ts';
import { sendAnswerBack, type SendAnswerBack } from './send-answer-back.ts';

const { question, reason } = answerSentBack;
const sending = (post: string, change: Partial<SendAnswerBack> = {}) => (sheet: Sheet) =>
  sendAnswerBack({ ...as(post), question, reason, ...change }, sheet);

describe('send an answer back', () => {
  it('records why, and keeps the answer with it', () => {
    given(...answering).when(sending('chief')).then(answerSentBack);
    expect(given(...answering, answerSentBack).state()).toMatchObject({
      phase: 'handed-over', works: { committee: { questions: { [question]: { answer: { sentBack: reason, isTold: false } } } } },
    });
  });

  it('refuses whose turn it is not, what does not wait, and no reason', () => {
    given(...answering, answerApproval('chief', 'chief')).when(sending('chief')).thenRejected('not-your-turn', { step: 'manager' });
    given(...asking).when(sending('chief')).thenRejected('answer-not-waiting');
    given(...answering).when(sending('chief', { reason: '　' })).thenRejected('reason-missing');
  });

  it('tells the phase first, then the question, the turn, and the reason last', () => {
    given(...concluded).when(sending('clerk', { reason: '' })).thenRejected('wrong-phase', { phase: 'concluded' });
    given(...answering).when(sending('clerk', { question: 'elsewhere', reason: '' })).thenRejected('question-unknown', { question: 'elsewhere' });
    given(...answering).when(sending('clerk', { reason: '' })).thenRejected('not-your-turn');
  });
});
