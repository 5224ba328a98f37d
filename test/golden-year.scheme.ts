import type { SchemeContents, Stage } from '../libs/scheme/domain/scheme.events.ts';
import type { Condition, Field } from '../libs/scheme/domain/field.ts';

export const both = (ja: string, en: string) => ({ ja, en });

const remedied: Condition = {
  kind: 'any', of: [{ kind: 'chosen', field: 'attainment', among: ['b'] }, { kind: 'all', of: [{ kind: 'answered', field: 'decided' }] }],
};

const results: readonly Field[] = [
  {
    id: 'indicators', kind: 'table', label: both('指標', 'Indicators'), required: false, rows: { from: 'indicators', class: 'outcome' },
    columns: [
      { id: 'target', kind: 'given', given: 'target', label: both('目標', 'Target'), required: false },
      { id: 'actual', kind: 'value', label: both('実績', 'Actual'), unit: '回', required: true },
      { id: 'rate', kind: 'computed', formula: 'achievement(target, actual)', percent: true, decimals: 1, label: both('達成率', 'Rate'), required: false },
    ],
  },
  {
    id: 'budget', kind: 'table', label: both('決算', 'Settled'), required: false,
    rows: { from: 'form', rows: [{ id: 'year', label: both('対象年度', 'Year') }] },
    columns: [
      { id: 'settled', kind: 'value', money: true, figureOnly: true, label: both('決算額', 'Settled'), required: true },
      { id: 'national', kind: 'value', money: true, label: both('国', 'National'), required: false },
      { id: 'general', kind: 'value', money: true, label: both('一般財源', 'General'), required: true },
      { id: 'staff', kind: 'value', label: both('人工', 'Staff'), required: false },
      { id: 'labour', kind: 'computed', formula: 'staff * price("labour")', money: true, label: both('人件費', 'Labour'), required: false },
    ],
    balances: [{
      id: 'financing', left: 'settled', right: 'sum(national, general)', message: both('財源内訳の合計が決算額と一致しません', 'Financing differs'),
    }],
  },
  {
    id: 'projects', kind: 'table', label: both('主な事業', 'Projects'), required: false, rows: { from: 'section', atMost: 5 },
    columns: [{ id: 'name', kind: 'text', label: both('事業名', 'Name'), required: true }],
  },
];

const evaluation: readonly Field[] = [
  { id: 'attainment', kind: 'rating', scale: 'attainment', label: both('施策の達成度', 'Attainment'), required: true },
  {
    id: 'direction', kind: 'choice', label: both('今後の方向性', 'Direction'), required: true,
    options: [{ id: 'continue', label: both('継続', 'Continue') }, { id: 'end', label: both('終了', 'End') }],
  },
  {
    id: 'revised', kind: 'checks', label: both('見直したもの', 'Revised'), required: false,
    options: [{ id: 'budget', label: both('予算', 'Budget') }, { id: 'target', label: both('目標', 'Target') }],
  },
  { id: 'decided', kind: 'date', label: both('課内決定日', 'Decided on'), required: false },
  {
    id: 'reason', kind: 'text', label: both('評価の理由', 'Reason'), help: both('根拠を書いてください。', 'With evidence.'), required: true, longestLength: 400,
    seenBy: { office: 'always', members: 'handed-over', public: 'published' },
  },
  { id: 'remedy', kind: 'text', label: both('改善策', 'Remedy'), required: remedied },
  { id: 'papers', kind: 'attachments', label: both('資料', 'Papers'), required: false, atMost: 3 },
  {
    id: 'memo', kind: 'text', label: both('事務局メモ', 'Memo'), required: false, filledBy: 'secretariat',
    seenBy: { office: 'never', members: 'never', public: 'never' },
  },
];

const step = (id: string, ja: string, rank: string, within: 'section' | 'department', ofCoOwners = false) =>
  ({ id, name: both(ja, id), rank, within, ofCoOwners });

const grade: Field = { id: 'grade', kind: 'rating', scale: 'attainment', label: both('外部評価', 'Grade'), required: true };

const decided: Pick<Stage, 'fields'> = {
  fields: [
    {
      id: 'direction', kind: 'choice', label: both('方針', 'Direction'), required: true,
      options: [{ id: 'continue', label: both('継続', 'Continue') }, { id: 'end', label: both('終了', 'End') }],
    },
    { id: 'grant', kind: 'value', money: true, label: both('予算', 'Grant'), required: false },
  ],
};

const debatedStages: Readonly<Record<Stage['evaluator'], Partial<Stage>>> = {
  meeting: decided,
  committee: {
    fields: [{ id: 'opinion', kind: 'text', label: both('意見', 'Opinion'), required: true, longestLength: 800 }, grade],
    opinion: {
      fields: [
        grade,
        { id: 'points', kind: 'points', least: '0', most: '10', step: '0.5', label: both('評点', 'Points'), required: true },
        { id: 'view', kind: 'text', label: both('委員の意見', 'View'), required: false, seenBy: { public: 'never' } },
      ],
      seenBy: { office: 'concluded', public: 'published' },
    },
  },
  mayor: decided,
};

/** A scheme in which everything that a scheme may say is said once. */
export const scheme: SchemeContents = {
  levels: [
    { id: 'policy', name: both('政策', 'Policy'), texts: [] },
    {
      id: 'measure', name: both('施策', 'Measure'), parent: 'policy',
      texts: [{ id: 'purpose', name: both('目的', 'Purpose') }, { id: 'issue', name: both('課題', 'Issue') }],
    },
  ],
  scales: [{
    id: 'attainment', name: both('達成度', 'Attainment'),
    grades: [
      { id: 'a', label: both('A（達成）', 'A (attained)'), from: '100' }, { id: 'b', label: both('B（概ね達成）', 'B (mostly attained)'), from: '80' },
      { id: 'c', label: both('C（不十分）', 'C (not enough)') },
    ],
  }],
  unitPrices: [{ id: 'labour', name: both('人件費単価', 'Labour'), byYear: { 2024: '8500000', 2025: '8600000' } }],
  sheetTypes: [
    {
      id: 'policy-sheet', name: both('政策評価シート', 'Policy sheet'), level: 'policy',
      sections: [{
        id: 'measures', name: both('施策の評価', 'Its measures'),
        fields: [{ id: 'ratings', kind: 'roll-up', sheetType: 'measure-sheet', field: 'attainment', label: both('達成度', 'Attainment'), required: false }],
      }],
    },
    {
      id: 'measure-sheet', name: both('施策評価シート', 'Measure sheet'), level: 'measure',
      sections: [
        { id: 'results', name: both('実績', 'Results'), fields: results },
        { id: 'evaluation', name: both('一次評価', 'First evaluation'), fields: evaluation },
      ],
    },
  ],
  approvalLines: [
    {
      steps: [
        step('chief', '係長', 'chief', 'section'), step('manager', '課長', 'manager', 'section'),
        step('consultation', '合議', 'manager', 'section', true), step('director', '部長', 'director', 'department'),
      ],
    },
    { department: 'industry', sheetType: 'policy-sheet', steps: [step('director', '部長', 'director', 'department')] },
  ],
  stages: [
    { id: 'meeting', name: both('庁内会議', 'Internal meeting'), evaluator: 'meeting', fields: [] },
    {
      id: 'committee', name: both('外部評価', 'Committee'), evaluator: 'committee', condition: { kind: 'chosen', field: 'attainment', among: ['c'] },
      fields: [{ id: 'opinion', kind: 'text', label: both('意見', 'Opinion'), required: true }],
    },
    { id: 'mayor', name: both('区長決定', 'The mayor'), evaluator: 'mayor', fields: [] },
  ],
};

/** The scheme in which members are asked, with everything that may be said of a stage. */
export const debatedScheme: SchemeContents = {
  ...scheme,
  stages: scheme.stages.map((stage) => ({ ...stage, ...debatedStages[stage.evaluator] })),
};
