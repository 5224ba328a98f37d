import type { Asked } from '../../kernel/asked.ts';
import { asked, specify } from '../../kernel/testing/given.ts';
import { typedValue } from '../../kernel/value-parse.ts';
import type { Field } from '../../scheme/domain/field.ts';
import type { Form } from '../../scheme/domain/scheme.ts';
import { sheetDecider } from './sheet.ts';
import type {
  FieldContent, FieldsSaved, FiguresReplaced, FileAttached, FirstEvaluationAccepted, FirstEvaluationApproved, FirstEvaluationSentBack,
  FirstEvaluationSubmitted, LineStep, Looker, SheetOpened, SheetVoided,
} from './sheet.events.ts';

/** The sheet of which every spec of this folder speaks. */
export const { given } = specify(sheetDecider);
export { asked };

const label = { ja: '欄', en: 'Field' };
const optional = { label, required: false } as const;
const required = { label, required: true } as const;

/** A rating and a result that are required; a field of every other kind that is not. */
const fields: readonly Field[] = [
  { ...required, id: 'rating', kind: 'rating', scale: 'attainment' },
  { ...required, id: 'result', kind: 'value' },
  { ...optional, id: 'remark', kind: 'text', longestLength: 5 },
  { ...optional, id: 'budget', kind: 'value', money: true },
  { ...optional, id: 'staff', kind: 'value', figureOnly: true },
  { ...optional, id: 'begun', kind: 'date' },
  { ...optional, id: 'viewpoints', kind: 'checks', options: [{ id: 'need', label }, { id: 'fairness', label }, { id: 'cost', label }] },
  { ...optional, id: 'direction', kind: 'choice', options: [{ id: 'continue', label }, { id: 'end', label }] },
  { id: 'why-end', kind: 'text', label, required: { kind: 'chosen', field: 'direction', among: ['end'] } },
  {
    ...optional, id: 'indicators', kind: 'table', rows: { from: 'indicators' },
    columns: [
      { ...optional, id: 'target', kind: 'given', given: 'target' },
      { ...required, id: 'actual', kind: 'value' },
      { ...optional, id: 'reached', kind: 'computed', formula: 'achievement(target, actual)' },
    ],
  },
  {
    ...optional, id: 'projects', kind: 'table', rows: { from: 'section', atMost: 2 },
    columns: [
      { ...required, id: 'name', kind: 'text' },
      { ...optional, id: 'spent', kind: 'value', money: true },
      { ...required, id: 'checked', kind: 'text', filledBy: 'secretariat', seenBy: { office: 'never' } },
    ],
  },
  {
    ...optional, id: 'costs', kind: 'table', rows: { from: 'form', rows: [{ id: 'this-year', label }] },
    columns: [
      { ...optional, id: 'grants', kind: 'value', money: true },
      { ...optional, id: 'own', kind: 'value', money: true },
      { ...optional, id: 'settled', kind: 'value', money: true },
      { ...optional, id: 'labour', kind: 'value' },
      { ...optional, id: 'labour-cost', kind: 'computed', formula: 'labour * price("labour")' },
    ],
    balances: [{ id: 'financing', left: 'sum(grants, own)', right: 'settled', message: label }],
  },
  { ...optional, id: 'evidence', kind: 'attachments', atMost: 2 },
  { ...optional, id: 'memo', kind: 'text', filledBy: 'secretariat', seenBy: { office: 'never' } },
  { ...optional, id: 'verdict', kind: 'text', filledBy: 'secretariat', seenBy: { office: 'accepted' } },
];

export const form: Form = {
  schemeVersion: 2,
  sheetType: { id: 'measure-sheet', name: label, level: 'measure', sections: [{ id: 'all', name: label, fields }] },
  scales: [{ id: 'attainment', name: label, grades: [{ id: 'a', label }, { id: 'b', label }] }],
  unitPrices: [{ id: 'labour', name: label, byYear: { 2024: '7500000', 2025: '8000000' } }],
  fields,
};

/** With other fields than the form has. */
export function formWith(...others: readonly Field[]): Form {
  return { ...form, fields: others };
}

const indicator = { node: 'node-35', name: label, unit: '社', kind: 'annual', direction: 'higher' } as const;
export const formFacts = {
  form,
  aboutYear: 2025,
  rows: {
    indicators: [
      { ...indicator, id: 'visits', class: 'activity', targets: [] },
      {
        ...indicator, id: 'sales', class: 'outcome',
        targets: [{ year: 2025, value: typedValue('200社') }, { year: 2029, value: typedValue('400社') }],
      },
    ],
    children: ['project-1', 'project-2'],
  },
} as const;

/** Facts of a node without indicators or nodes below. */
export const plainFacts = { ...formFacts, rows: { indicators: [], children: [] } };

export function text(content: string): FieldContent {
  return { kind: 'text', text: content };
}

export function value(typed: string): FieldContent {
  return { kind: 'value', value: typedValue(typed) };
}

export const opening = { year: 2026, node: 'node-35' };
const chosen = { place: 7, plan: 'plan-1', sheetType: 'measure-sheet', schemeVersion: 1 };
const owner = { section: 'promotion', department: 'industry' };
const revisions = { cycleRevision: 3, planRevision: 4, municipalityRevision: 2 };
export const openFacts = { chosen, owner, ...revisions };
export const opened: SheetOpened = { type: 'SheetOpened', ...opening, ...chosen, ...owner, ...revisions };

export const answered: FieldsSaved = {
  type: 'FieldsSaved', basedOn: 0, fields: { rating: { kind: 'rating', grade: 'b' }, result: value('延べ5,653社') },
};

export function saved(fieldsSaved: FieldsSaved['fields']): FieldsSaved {
  return { type: 'FieldsSaved', basedOn: 0, fields: fieldsSaved };
}

/** 係長 → 課長 → 合議 of two co-owners → 部長. */
export const line: readonly LineStep[] = [
  { step: 'chief', name: label, ofCoOwners: false, parties: [{ section: 'promotion', posts: ['chief'] }] },
  { step: 'manager', name: label, ofCoOwners: false, parties: [{ section: 'promotion', posts: ['manager', 'vice-manager'] }] },
  {
    step: 'co-owners', name: label, ofCoOwners: true,
    parties: [{ section: 'tourism', posts: ['tourism-manager'] }, { section: 'trade', posts: ['trade-manager'] }],
  },
  { step: 'director', name: label, ofCoOwners: false, parties: [{ section: 'promotion', posts: ['director'] }] },
];

/** Somebody under a post. */
export function as(post: string, role: 'approver' | 'staff' | 'secretariat' = 'approver'): Asked {
  return { ...asked, post, role };
}
export const asSecretariat = as('planner', 'secretariat');

const deadline = { date: '2026-06-30', at: '2026-06-30T14:59:59.999Z' };
export const submitFacts = { ...plainFacts, deadline, cycleRevision: 3, line, planRevision: 9, municipalityRevision: 6 };
export const submitted: FirstEvaluationSubmitted = {
  type: 'FirstEvaluationSubmitted', late: false, deadline, cycleRevision: 3, schemeVersion: 2, line, planRevision: 9, municipalityRevision: 6,
};

export const due = { deadline: { date: '2026-07-10', at: '2026-07-10T14:59:59.999Z' }, cycleRevision: 5 };
export const judged = { late: false, ...due };

const sectionOf: Readonly<Record<string, string>> = { 'tourism-manager': 'tourism', 'trade-manager': 'trade' };

/** What stands in the log when a post has decided its step. */
export function approval(step: string, post: string, change: Partial<FirstEvaluationApproved> = {}): FirstEvaluationApproved {
  return {
    type: 'FirstEvaluationApproved', approvedRevision: 2, step, section: sectionOf[post] ?? 'promotion', post, way: 'in-turn', absent: [],
    completes: false, ...change,
  };
}

/** Histories up to each step of the line; the sheet is submitted at revision 2. */
export const atChief = [opened, answered, submitted] as const;
export const atManager = [...atChief, approval('chief', 'chief', { approvedRevision: 2 })] as const;
export const atCoOwners = [...atManager, approval('manager', 'manager', { approvedRevision: 3 })] as const;
export const atDirector = [
  ...atCoOwners, approval('co-owners', 'tourism-manager', { approvedRevision: 4 }), approval('co-owners', 'trade-manager', { approvedRevision: 5 }),
] as const;
export const approved = [...atDirector, approval('director', 'director', { approvedRevision: 6, completes: true, judged })] as const;
export const acceptance: FirstEvaluationAccepted = { type: 'FirstEvaluationAccepted', acceptedRevision: 7, judged };
export const accepted = [...approved, acceptance] as const;

export const sentBack: FirstEvaluationSentBack = {
  type: 'FirstEvaluationSentBack', to: 'section', reason: '根拠となる数値を記入してください。', comments: [{ field: 'result', comment: '出典は？' }],
};

export const absentChief = { step: 'chief', section: 'promotion', posts: ['chief'] };
/** 引上げ: the chief was absent and the manager decided. */
export const approvedOverChief = approval('manager', 'manager', { way: 'over', absent: [absentChief], reason: '出張中のため' });

export function replaced(...toBeLookedAtBy: readonly Looker[]): FiguresReplaced {
  return { type: 'FiguresReplaced', basedOn: 2, fields: { result: value('5,700社') }, reason: '決算の確定', toBeLookedAtBy };
}

export const voided: SheetVoided = { type: 'SheetVoided', schemeVersion: 2, reason: '事業の終了' };

export const attached: FileAttached = {
  type: 'FileAttached', file: 'file-1', field: 'evidence', name: '集計.pdf', mediaType: 'application/pdf', bytes: 2048, digest: 'd1',
};
