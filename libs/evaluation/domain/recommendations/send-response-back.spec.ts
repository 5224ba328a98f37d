import { describe, expect, it } from '@jest/globals';
import type { Recommendation } from './recommendation.ts';
import { answered, approval, as, atManager, given, onLine, sentBack, submitted } from './recommendation-examples.ts';
import { sendResponseBack } from './send-response-back.ts';

const sending = (post: string, reason: string = sentBack.reason) => (recommendation: Recommendation) =>
  sendResponseBack({ ...as(post), reason }, recommendation);

describe('send the response back', () => {
  it('records the reason, and every reason is kept', () => {
    given(...atManager).when(sending('manager')).then(sentBack);
    expect(given(...onLine, sentBack, submitted, sentBack).state())
      .toMatchObject({ phase: 'answering', sentBack: [{ reason: sentBack.reason }, { reason: sentBack.reason }] });
  });

  it('has the whole line decide again', () => {
    expect(given(...atManager, sentBack, submitted).state()).toMatchObject({ phase: 'on-line', round: { at: 0, approvals: [] } });
    given(...atManager, sentBack, submitted, approval('chief')).when(sending('chief')).thenRejected('not-your-turn', { step: 'manager' });
  });

  it('refuses whose turn it is not, and no reason; the phase first', () => {
    given(...atManager).when(sending('chief', '')).thenRejected('not-your-turn', { step: 'manager' });
    given(...atManager).when(sending('manager', '　')).thenRejected('reason-missing');
    given(...answered).when(sending('nobody')).thenRejected('wrong-phase', { phase: 'answered' });
  });
});
