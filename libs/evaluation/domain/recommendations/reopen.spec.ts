import { describe, expect, it } from '@jest/globals';
import type { Recommendation } from './recommendation.ts';
import { answered, asSecretariat, closed, given, written } from './recommendation-examples.ts';
import { reopen } from './reopen.ts';

const reopened = { type: 'RecommendationReopened', reason: '次年度も取り組むため' } as const;
const reopening = (reason: string) => (recommendation: Recommendation) => reopen({ ...asSecretariat, reason }, recommendation);

describe('reopen', () => {
  it('records the reason; its response stands', () => {
    given(...closed).when(reopening(reopened.reason)).then(reopened);
    expect(given(...closed, reopened).state()).toMatchObject({ phase: 'answered', response: { text: written.text } });
  });

  it('refuses one that is not closed, and without a reason', () => {
    given(...answered).when(reopening('')).thenRejected('wrong-phase', { phase: 'answered' });
    given(...closed).when(reopening(' ')).thenRejected('reason-missing');
  });
});
