import { describe, expect, it } from '@jest/globals';
import type { Sheet } from '../sheet.ts';
import { absentChief, as, given } from '../sheet-examples.ts';
import { answerApproval, answering, answerSentBack, asking, concluded, questionAnswered } from '../stages/stage-examples.ts';
import { approveAnswer, type ApproveAnswer } from './approve-answer.ts';

const { question } = questionAnswered;
const approving = (post: string, change: Partial<ApproveAnswer> = {}) => (sheet: Sheet) =>
  approveAnswer({ ...as(post), question, basedOn: 11, ...change }, sheet);
const reason = '出張中のため';
const atManager = [...answering, answerApproval('chief', 'chief')] as const;
const atDirector = [
  ...atManager, answerApproval('manager', 'manager'), answerApproval('co-owners', 'tourism-manager'), answerApproval('co-owners', 'trade-manager'),
] as const;
const last = answerApproval('director', 'director', { completes: true });

describe('approve an answer', () => {
  it('records the step, for whom, and by which post, in turn', () => {
    given(...answering).when(approving('chief')).then(answerApproval('chief', 'chief'));
    given(...atManager).when(approving('vice-manager', { way: 'in-turn' })).then(answerApproval('manager', 'vice-manager'));
  });

  it('is told to the committee with the last step, and not before', () => {
    given(...atDirector).when(approving('director')).then(last);
    expect(given(...atDirector).state()).toMatchObject({ works: { committee: { questions: { [question]: { answer: { isTold: false } } } } } });
    expect(given(...atDirector, last).state())
      .toMatchObject({ phase: 'handed-over', works: { committee: { questions: { [question]: { answer: { isTold: true } } } } } });
  });

  it('is decided over the absent and for the absent as the sheet is, with a reason', () => {
    given(...answering).when(approving('manager', { way: 'over', reason }))
      .then(answerApproval('manager', 'manager', { way: 'over', absent: [absentChief], reason }));
    const absent = [{ step: 'director', section: 'promotion', posts: ['director'] }];
    given(...atDirector).when(approving('manager', { way: 'for-absent', reason }))
      .then({ ...last, post: 'manager', way: 'for-absent', absent, reason });
    given(...answering).when(approving('manager', { way: 'over' })).thenRejected('reason-missing');
  });

  it('refuses whose turn it is not', () => {
    given(...answering).when(approving('manager')).thenRejected('not-your-turn', { step: 'chief' });
    given(...atManager).when(approving('director', { way: 'over', reason })).thenRejected('not-your-turn', { step: 'co-owners' });
    given(...atManager).when(approving('chief', { way: 'for-absent', reason })).thenRejected('not-your-turn', { step: 'manager' });
  });

  it('refuses an answer that does not wait: not given yet, sent back, or approved', () => {
    for (const history of [asking, [...answering, answerSentBack], [...atDirector, last]]) {
      given(...history).when(approving('director')).thenRejected('answer-not-waiting');
    }
  });

  it('refuses who has not seen the answer as it was written last', () => {
    given(...answering, answerSentBack, questionAnswered).when(approving('chief')).thenRejected('sheet-changed-since');
    given(...answering).when(approving('chief', { basedOn: 12 })).thenRejected('based-on-the-future');
  });

  it('tells the phase first, then the question, the answer, the turn, what was seen, and the reason last', () => {
    const wrong = { basedOn: 1, way: 'over' } as const;
    given(...concluded).when(approving('clerk', wrong)).thenRejected('wrong-phase', { phase: 'concluded' });
    given(...asking).when(approving('clerk', { ...wrong, question: 'elsewhere' })).thenRejected('question-unknown', { question: 'elsewhere' });
    given(...asking).when(approving('clerk', wrong)).thenRejected('answer-not-waiting');
    given(...answering).when(approving('clerk', wrong)).thenRejected('not-your-turn');
    given(...answering).when(approving('manager', wrong)).thenRejected('sheet-changed-since');
  });
});
