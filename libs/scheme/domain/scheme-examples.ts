import type { Fault } from '../../kernel/fault.ts';
import type { AdoptScheme } from './adopt.ts';
import type { Field, PointsField, TableField } from './field.ts';
import type { ApprovalStep, SchemeContents, Stage } from './scheme.events.ts';

export const label = { ja: '欄', en: 'Field' };

export const step: ApprovalStep = { id: 'manager', name: label, rank: 'manager', within: 'section', ofCoOwners: false };

export const rating: Field = { id: 'attainment', kind: 'rating', scale: 'attainment', label, required: true };

export const points: PointsField = { id: 'points', kind: 'points', label, required: false, least: '0', most: '10', step: '0.5' };

/** Where a committee gives points, and why. */
export const stage: Stage = {
  id: 'committee', name: label, evaluator: 'committee', fields: [],
  opinion: { fields: [points, { id: 'why', kind: 'text', label, required: { kind: 'answered', field: 'points' } }] },
};

export const budget: TableField = {
  id: 'budget', kind: 'table', label, required: false,
  rows: { from: 'form', rows: [{ id: 'before', label }, { id: 'now', label }] },
  columns: [
    { id: 'planned', kind: 'value', label, required: true },
    { id: 'settled', kind: 'value', label, required: true },
    { id: 'remark', kind: 'text', label, required: false },
    { id: 'rate', kind: 'computed', label, required: false, formula: 'settled / planned' },
  ],
  balances: [{ id: 'sum', left: 'planned', right: 'settled', message: label }],
};

/** One level, one scale, one form with a table, one line, one stage: nothing is wrong with it. */
export const scheme: SchemeContents = {
  levels: [{ id: 'measure', name: label, texts: [] }],
  scales: [{ id: 'attainment', name: label, grades: [{ id: 'a', label, from: '80' }, { id: 'b', label }] }],
  unitPrices: [{ id: 'labour', name: label, byYear: { 2026: '8000000' } }],
  sheetTypes: [{ id: 'measure-sheet', name: label, level: 'measure', sections: [{ id: 'all', name: label, fields: [rating, budget] }] }],
  approvalLines: [{ steps: [step] }],
  stages: [stage],
};

/** The same with these fields in its form; what is no field may be tried as well. */
export function withFields(...fields: readonly object[]): AdoptScheme {
  return { ...scheme, sheetTypes: [{ ...scheme.sheetTypes[0], sections: [{ id: 'all', name: label, fields }] }] };
}

/** The same with its stage changed. */
export function withStage(changed: Readonly<Record<string, unknown>>): AdoptScheme {
  return { ...scheme, stages: [{ ...stage, ...changed }] };
}

/** The same with its table changed. */
export function withTable(changed: Readonly<Record<string, unknown>>): AdoptScheme {
  return withFields(rating, { ...budget, ...changed });
}

/** The same with this column added to its table. */
export function withColumn(column: Readonly<Record<string, unknown>>): AdoptScheme {
  return withTable({ columns: [...budget.columns, { id: 'tried', label, required: false, ...column }] });
}

const computed = (id: string, formula: string): object => ({ id, kind: 'computed', label, required: false, formula });

/** Twenty mistakes, no two of the same sort. */
export const faultyScheme: AdoptScheme = {
  levels: [
    { id: 'policy', name: label, texts: [] },
    { id: 'measure', name: label, parent: 'pillar', texts: [] },
    { id: 'project', name: label, parent: 'measure', texts: [{ id: 'aim', name: label }, { id: 'aim', name: label }] },
  ],
  scales: [
    { id: 'overlapping', name: label, grades: [{ id: 'a', label, from: '80' }, { id: 'b', label, from: '90' }, { id: 'c', label }] },
    { id: 'holed', name: label, grades: [{ id: 'a', label, from: '80' }, { id: 'b', label, from: '60' }] },
  ],
  unitPrices: [{ id: 'labour', name: label, byYear: {} }],
  sheetTypes: [
    {
      id: 'measure-sheet', name: label, level: 'measure',
      sections: [
        {
          id: 'first', name: label,
          fields: [
            { id: 'drawing', kind: 'drawing', label, required: false },
            { id: 'attainment', kind: 'rating', scale: 'nowhere', label, required: true },
            { id: 'direction', kind: 'choice', label, required: true, options: [{ id: 'expand', label }, { id: 'expand', label }] },
            { id: 'reason', kind: 'text', label, required: { kind: 'chosen', field: 'outlook', among: ['reduce'] } },
            { id: 'remark', kind: 'text', label: { ja: '備考' }, required: false },
          ],
        },
        {
          id: 'second', name: label,
          fields: [
            computed('one', 'other + 1'), computed('other', 'one * 2'), computed('nothing', '1 / (2 - 2)'), computed('unreadable', 'one +'),
            { id: 'all', kind: 'roll-up', label, required: false, sheetType: 'project-sheet', field: 'remark' },
            {
              ...budget,
              columns: [
                ...budget.columns,
                { id: 'lost', kind: 'computed', label, required: false, formula: 'settled / nobody' },
                { id: 'told', kind: 'computed', label, required: false, formula: 'remark * 2' },
              ],
              balances: [{ id: 'sum', left: 'price("paper")', right: 'settled', message: label }],
            },
          ],
        },
      ],
    },
    { id: 'project-sheet', name: label, level: 'project', sections: [{ id: 'all', name: label, fields: [{ id: 'remark', kind: 'text', label, required: false }] }] },
  ],
  approvalLines: [{ steps: [] }, { department: 'nowhere', steps: [step] }],
  stages: [{ id: 'committee', name: label, evaluator: 'committee', fields: [], condition: { kind: 'answered', field: 'budget' } }],
};

export const faultsOfFaultyScheme: readonly Fault[] = [
  {
    path: 'sheetTypes[0].sections[0].fields[0].kind',
    message: 'there is no "drawing"; must be one of text, choice, checks, rating, points, value, date, computed, table, roll-up, attachments',
  },
  { path: 'sheetTypes[0].sections[0].fields[4].label.en', message: 'is missing' },
  { path: 'levels[1].parent', message: 'there is no level pillar' },
  { path: 'levels[2].texts[1].id', message: 'aim is there already' },
  { path: 'scales[0].grades[1].from', message: 'overlaps: b must begin below the 80 of a' },
  { path: 'scales[1].grades[1].from', message: 'leaves a hole: nothing is rated below 60, so the worst grade has no "from"' },
  { path: 'unitPrices[0].byYear', message: 'needs the price of at least one year' },
  { path: 'sheetTypes[0].sections[0].fields[1].scale', message: 'there is no scale nowhere' },
  { path: 'sheetTypes[0].sections[0].fields[2].options[1].id', message: 'expand is there already' },
  { path: 'sheetTypes[0].sections[0].fields[3].required.field', message: 'there is no field outlook' },
  { path: 'sheetTypes[0].sections[1].fields[4].field', message: 'remark is of the kind text and no rating' },
  { path: 'sheetTypes[0].sections[1].fields[3].formula', message: 'something is missing at the end, at character 6' },
  { path: 'sheetTypes[0].sections[1].fields[2].formula', message: 'divides by zero, whatever stands in the form' },
  { path: 'sheetTypes[0].sections[1].fields[5].columns[4].formula', message: 'there is no nobody' },
  { path: 'sheetTypes[0].sections[1].fields[5].columns[5].formula', message: 'remark is no figure but of the kind text' },
  { path: 'sheetTypes[0].sections[1].fields[5].balances[0].left', message: 'there is no price paper' },
  { path: 'sheetTypes[0].sections[1].fields[0].formula', message: 'waits for itself: one → other → one' },
  { path: 'stages[0].condition.field', message: 'budget is of the kind table, which nobody answers in one word' },
  { path: 'approvalLines[0].steps', message: 'an approval line needs a last step' },
  { path: 'approvalLines[1].department', message: 'there is no department nowhere' },
];
