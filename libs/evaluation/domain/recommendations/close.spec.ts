import { describe, it } from '@jest/globals';
import { close } from './close.ts';
import type { Recommendation } from './recommendation.ts';
import { adopted, answered, asSecretariat, closing, given, onLine } from './recommendation-examples.ts';

const closingFor = (reason: string) => (recommendation: Recommendation) => close({ ...asSecretariat, reason }, recommendation);

describe('close', () => {
  it('records the reason', () => {
    given(...answered).when(closingFor(closing.reason)).then(closing);
  });

  it('refuses before the response is approved, and without a reason', () => {
    given(adopted).when(closingFor('')).thenRejected('wrong-phase', { phase: 'answering' });
    given(...onLine).when(closingFor(closing.reason)).thenRejected('wrong-phase', { phase: 'on-line' });
    given(...answered).when(closingFor('　')).thenRejected('reason-missing');
  });
});
