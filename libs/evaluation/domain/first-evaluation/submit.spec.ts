import { describe, it } from '@jest/globals';
import { reject } from '../../../kernel/decision.ts';
import type { Sheet } from '../sheet.ts';
import { answered, asked, atChief, formFacts, given, opened, saved, sentBack, submitFacts, submitted, value } from '../sheet-examples.ts';
import { submit, type SubmitFacts } from './submit.ts';

const submitting = ({ now = asked.now, ...facts }: Partial<SubmitFacts> & { now?: string } = {}) => (sheet: Sheet) =>
  submit({ ...asked, now }, sheet, { ...submitFacts, ...facts });
const incomplete = reject('line-incomplete', { step: 'director' });
const unbalanced = saved({ 'costs/this-year/grants': value('100円'), 'costs/this-year/settled': value('300円') });

describe('submit the first evaluation', () => {
  it('records the deadline by which it was judged, the form, the line, and from when each is', () => {
    given(opened, answered).when(submitting()).then(submitted);
  });

  it('is in time to the last millisecond of the day in Japan, and late after it', () => {
    given(opened, answered).when(submitting({ now: '2026-06-30T14:59:59.999Z' })).then(submitted);
    given(opened, answered).when(submitting({ now: '2026-06-30T15:00:00.000Z' })).then({ ...submitted, late: true });
  });

  it('is judged by the deadline in force then, and records that one', () => {
    const extended = { deadline: { date: '2026-07-03', at: '2026-07-03T14:59:59.999Z' }, cycleRevision: 8 };
    given(opened, answered).when(submitting({ now: '2026-07-01T00:00:00.000Z', ...extended })).then({ ...submitted, late: false, ...extended });
  });

  it('does not become late by being sent back, and stays late when it was; taken back, it is judged anew', () => {
    const afterwards = submitting({ now: '2026-07-05T00:00:00.000Z' });
    given(...atChief, sentBack).when(afterwards).then(submitted);
    given(opened, answered, { ...submitted, late: true }, sentBack).when(submitting()).then({ ...submitted, late: true });
    given(...atChief, { type: 'FirstEvaluationTakenBack' }).when(afterwards).then({ ...submitted, late: true });
  });

  it('may be done again after it was sent back, or taken back', () => {
    given(...atChief, sentBack).when(submitting()).then(submitted);
    given(...atChief, { type: 'FirstEvaluationTakenBack' }).when(submitting()).then(submitted);
  });

  it('refuses while required fields are empty, and names them', () => {
    given(opened).when(submitting()).thenRejected('fields-unanswered', { fields: ['rating', 'result'] });
    given(opened, answered).when(submitting({ rows: formFacts.rows }))
      .thenRejected('fields-unanswered', { fields: ['indicators/visits/actual', 'indicators/sales/actual'] });
  });

  it('refuses sums that differ, and names them with both', () => {
    given(opened, answered, unbalanced).when(submitting()).thenRejected('sums-differ', {
      sums: [{ table: 'costs', row: 'this-year', balance: 'financing', left: { figure: '100', unit: '円' }, right: { figure: '300', unit: '円' } }],
    });
  });

  it('refuses where nobody could take the last step', () => {
    given(opened, answered).when(submitting({ line: incomplete })).thenRejected('line-incomplete', { step: 'director' });
  });

  it('tells the phase first, then what is unanswered, then sums, then the line', () => {
    given(...atChief).when(submitting({ line: incomplete })).thenRejected('wrong-phase', { phase: 'submitted' });
    given(opened, unbalanced).when(submitting({ line: incomplete })).thenRejected('fields-unanswered');
    given(opened, answered, unbalanced).when(submitting({ line: incomplete })).thenRejected('sums-differ');
  });
});
