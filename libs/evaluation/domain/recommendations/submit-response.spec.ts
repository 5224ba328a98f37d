import { describe, expect, it } from '@jest/globals';
import { reject } from '../../../kernel/decision.ts';
import type { Recommendation } from './recommendation.ts';
import { adopted, asked, given, lineFacts, onLine, submitted, written } from './recommendation-examples.ts';
import { submitResponse } from './submit-response.ts';

const submitting = (facts: Parameters<typeof submitResponse>[2] = lineFacts) => (recommendation: Recommendation) =>
  submitResponse(asked, recommendation, facts);
const incomplete = { ...lineFacts, line: reject('line-incomplete', { step: 'director' }) };

describe('submit the response', () => {
  it('records the line as the office is now, whose posts see it from then on', () => {
    given(adopted, written).when(submitting()).then(submitted);
    expect(given(...onLine).state()).toMatchObject({ phase: 'on-line', linePosts: ['chief', 'manager', 'director'] });
  });

  it('refuses where nothing was written, and where nobody could take the last step', () => {
    given(adopted).when(submitting()).thenRejected('fields-unanswered', { fields: ['policy', 'text'] });
    given(adopted, written).when(submitting(incomplete)).thenRejected('line-incomplete', { step: 'director' });
  });

  it('tells the phase first, then the response, then the line', () => {
    given(...onLine).when(submitting(incomplete)).thenRejected('wrong-phase', { phase: 'on-line' });
    given(adopted).when(submitting(incomplete)).thenRejected('fields-unanswered');
  });
});
