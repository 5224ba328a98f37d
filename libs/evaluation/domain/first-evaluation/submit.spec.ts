import { describe, it } from '@jest/globals';
import type { FieldsSaved } from '../sheet.events.ts';
import { answered, asked, given, opened, sentBack, submitFacts, submitted } from './sheet-examples.ts';
import { submit } from './submit.ts';

const submitting = (now = asked.now) => (sheet: Parameters<typeof submit>[1]) => submit({ ...asked, now }, sheet, submitFacts);

describe('submit the first evaluation', () => {
  it('records the deadline by which it was judged', () => {
    given(opened, answered).when(submitting()).then(submitted);
  });

  it('is in time to the last millisecond of the day in Japan, and late after it', () => {
    given(opened, answered).when(submitting('2026-06-30T14:59:59.999Z')).then(submitted);
    given(opened, answered).when(submitting('2026-06-30T15:00:00.000Z')).then({ ...submitted, late: true });
  });

  it('may be done again after it was sent back', () => {
    given(opened, answered, submitted, sentBack).when(submitting()).then(submitted);
  });

  it('refuses while required fields are empty, and names them', () => {
    given(opened).when(submitting()).thenRejected('fields-unanswered', { fields: ['rating', 'result'] });
    const blank: FieldsSaved = {
      type: 'FieldsSaved', basedOn: 1, fields: { rating: null, result: { kind: 'value', value: { typed: ' ', understood: { kind: 'mark', mark: '' } } } },
    };
    given(opened, answered, blank).when(submitting()).thenRejected('fields-unanswered', { fields: ['rating', 'result'] });
  });

  it('refuses what is submitted already', () => {
    given(opened, answered, submitted).when(submitting()).thenRejected('wrong-phase', { phase: 'submitted' });
  });
});
