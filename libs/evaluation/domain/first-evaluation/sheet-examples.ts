import { asked, specify } from '../../../kernel/testing/given.ts';
import type { Form } from '../../../scheme/domain/scheme.ts';
import { sheetDecider } from '../sheet.ts';
import type { FieldsSaved, FirstEvaluationApproved, FirstEvaluationSentBack, FirstEvaluationSubmitted, SheetOpened } from '../sheet.events.ts';

/** The sheet of which every spec of this folder speaks: a rating and a value that are required, and a remark that is not. */
export const { given } = specify(sheetDecider);
export { asked };

const label = { ja: '欄', en: 'Field' };
export const form: Form = {
  sheetType: {
    id: 'measure-sheet', name: label, level: 'measure',
    fields: [
      { id: 'rating', kind: 'rating', scale: 'attainment', label, required: true },
      { id: 'result', kind: 'value', label, required: true },
      { id: 'remark', kind: 'text', label, required: false, longestLength: 5 },
    ],
  },
  scales: [{ id: 'attainment', name: label, grades: [{ id: 'a', label }, { id: 'b', label }] }],
};

export const opening = { year: 2026, node: 'node-35' };
const chosen = { place: 7, plan: 'plan-1', sheetType: 'measure-sheet', schemeVersion: 1 };
const owner = { section: 'promotion', department: 'industry' };
const revisions = { cycleRevision: 3, planRevision: 4, municipalityRevision: 2 };
export const openFacts = { chosen, owner, ...revisions };
export const opened: SheetOpened = { type: 'SheetOpened', ...opening, ...chosen, ...owner, ...revisions };

export const answered: FieldsSaved = {
  type: 'FieldsSaved', basedOn: 0,
  fields: {
    rating: { kind: 'rating', grade: 'b' },
    result: { kind: 'value', value: { typed: '延べ5,653社', understood: { kind: 'amount', amount: '5653', unit: '社', qualifiers: ['in-total'] } } },
  },
};

const deadline = { date: '2026-06-30', at: '2026-06-30T14:59:59.999Z' };
export const submitFacts = { form, deadline, cycleRevision: 3 };
export const submitted: FirstEvaluationSubmitted = { type: 'FirstEvaluationSubmitted', late: false, deadline, cycleRevision: 3 };
export const approved: FirstEvaluationApproved = { type: 'FirstEvaluationApproved', approvedRevision: 2 };
export const sentBack: FirstEvaluationSentBack = {
  type: 'FirstEvaluationSentBack', reason: '根拠となる数値を記入してください。', comments: [{ field: 'result', comment: '出典は？' }],
};
