import type { Label } from '../../../kernel/label.ts';
import type { Field, TableField, TextField } from '../field.ts';
import type { FormSection } from '../scheme.events.ts';

export function both(ja: string, en: string): Label {
  return { ja, en };
}

export function textField(id: string, label: Label, { required = false, longestLength = 1_000, help }: {
  readonly required?: TextField['required']; readonly longestLength?: number; readonly help?: Label;
} = {}): TextField {
  return { id, kind: 'text', label, required, longestLength, ...(help !== undefined && { help }) };
}

/** 指標: what the plan says, what was reached, and how far that is. */
export const indicatorSection: FormSection = {
  id: 'indicators', name: both('成果指標・活動指標', 'Indicators'),
  fields: [{
    id: 'indicators', kind: 'table', label: both('指標の実績', 'Results by indicator'), required: false, rows: { from: 'indicators' },
    columns: [
      { id: 'name', kind: 'given', given: 'name', label: both('指標名', 'Indicator'), required: false },
      { id: 'unit', kind: 'given', given: 'unit', label: both('単位', 'Unit'), required: false },
      { id: 'baseline', kind: 'given', given: 'baseline', label: both('基準値', 'Baseline'), required: false },
      { id: 'last-year', kind: 'given', given: 'last-year', label: both('前年度実績', 'Last year'), required: false },
      { id: 'target', kind: 'given', given: 'target', label: both('目標値', 'Target'), required: false },
      {
        id: 'actual', kind: 'value', label: both('実績値', 'Actual'), required: true,
        help: both('数値がない場合は「－」などの記号を入力し、理由を選んでください。', 'Where there is no figure, enter a mark such as － and say why.'),
      },
      {
        id: 'achievement', kind: 'computed', label: both('達成率', 'Achievement'), required: false,
        formula: 'achievement(target, actual, baseline)', percent: true, decimals: 1,
      },
      textField('remark', both('備考', 'Remark'), { longestLength: 200 }),
    ],
  }],
};

/** 予算・決算の推移: settled held against the budget as it was in the end. */
const budgetTable: TableField = {
  id: 'budget', kind: 'table', label: both('予算額・決算額・執行率の推移（単位：千円）', 'Budget and accounts (thousands of yen)'), required: false,
  rows: {
    from: 'form',
    rows: [
      { id: 'two-years-before', label: both('前々年度', 'Two years before') },
      { id: 'year-before', label: both('前年度', 'The year before') },
      { id: 'this-year', label: both('対象年度', 'The year evaluated') },
    ],
  },
  columns: [
    { id: 'budget', kind: 'value', label: both('予算額', 'Budget'), required: true, money: true },
    {
      id: 'transfers', kind: 'value', label: both('流用・補正', 'Transfers'), required: false, money: true,
      help: both('ない場合は0を入力してください。', 'Enter 0 where there were none.'),
    },
    { id: 'settled', kind: 'value', label: both('決算額', 'Settled'), required: true, money: true },
    {
      id: 'execution', kind: 'computed', label: both('執行率', 'Execution rate'), required: false,
      formula: 'settled / sum(budget, transfers)', percent: true, decimals: 1,
    },
  ],
};

/** 財源内訳・総コスト: where the money came from, and what the people cost. */
const costTable: TableField = {
  id: 'costs', kind: 'table', label: both('財源内訳・総コスト（単位：千円）', 'Financing and full cost (thousands of yen)'), required: false,
  rows: { from: 'form', rows: [{ id: 'this-year', label: both('対象年度', 'The year evaluated') }] },
  columns: [
    { id: 'national', kind: 'value', label: both('国庫支出金', 'National'), required: false, money: true, figureOnly: true },
    { id: 'prefecture', kind: 'value', label: both('都道府県支出金', 'Prefecture'), required: false, money: true, figureOnly: true },
    { id: 'bonds', kind: 'value', label: both('地方債', 'Bonds'), required: false, money: true, figureOnly: true },
    { id: 'other', kind: 'value', label: both('その他特定財源', 'Other'), required: false, money: true, figureOnly: true },
    { id: 'general', kind: 'value', label: both('一般財源', 'General funds'), required: false, money: true, figureOnly: true },
    {
      id: 'financing', kind: 'computed', label: both('財源計', 'Financing in all'), required: false, money: true,
      formula: 'sum(national, prefecture, bonds, other, general)',
    },
    { id: 'labour', kind: 'value', label: both('従事人員（人工）', 'Staff (person-years)'), required: false, figureOnly: true },
    {
      id: 'labour-cost', kind: 'computed', label: both('人件費', 'Labour cost'), required: false, money: true,
      formula: 'labour * price("labour")',
    },
    {
      id: 'full-cost', kind: 'computed', label: both('総コスト', 'Full cost'), required: false, money: true,
      formula: 'sum(cell("this-year", "settled"), labour-cost)',
    },
  ],
  balances: [{
    id: 'financing', left: 'financing', right: 'cell("this-year", "settled")',
    message: both('財源内訳の合計が対象年度の決算額と一致していません。', 'The financing does not add up to what was settled.'),
  }],
};

export const moneySection: FormSection = {
  id: 'money', name: both('予算・決算', 'Budget and accounts'), fields: [budgetTable, costTable],
};

const yes = [{ id: 'yes', label: both('適合している', 'It is') }];

/** 必要性・効率性・公平性 */
export const viewpoints: readonly Field[] = [
  { id: 'need', kind: 'checks', label: both('必要性：住民の需要があり、行政が担う必要がある', 'Needed, and of the office'), required: false, options: yes },
  { id: 'efficiency', kind: 'checks', label: both('効率性：費用と手間に見合う成果がある', 'Worth its cost'), required: false, options: yes },
  { id: 'fairness', kind: 'checks', label: both('公平性：受益と負担に偏りがない', 'Fair in benefit and burden'), required: false, options: yes },
];

/** 達成度とその理由 */
export const attainment: readonly Field[] = [
  { id: 'attainment', kind: 'rating', scale: 'attainment', label: both('達成度', 'Attainment'), required: true },
  textField('reason', both('評価の理由', 'Reason'), {
    required: true, help: both('指標の実績と対象年度の取組から説明してください。', 'Explain it from the indicators and from what was done in the year.'),
  }),
];

/** 今後の方向性: less of something, or an end, needs a reason. */
export const outlook: readonly Field[] = [
  {
    id: 'direction', kind: 'choice', label: both('今後の方向性', 'Direction'), required: true,
    options: [
      { id: 'expand', label: both('拡充', 'Expand') },
      { id: 'continue', label: both('継続', 'Continue') },
      { id: 'improve', label: both('改善', 'Improve') },
      { id: 'reduce', label: both('縮小', 'Reduce') },
      { id: 'end', label: both('終了', 'End') },
    ],
  },
  textField('direction-reason', both('縮小・終了の理由と影響', 'Why it is reduced or ended, and what follows'), {
    required: { kind: 'chosen', field: 'direction', among: ['reduce', 'end'] },
  }),
  textField('next-steps', both('今後の取組', 'Next steps')),
];

/** What the secretariat notes for itself never leaves it. */
export const memoSection: FormSection = {
  id: 'memo', name: both('事務局メモ', 'Notes of the secretariat'),
  fields: [{
    ...textField('memo', both('事務局メモ', 'Notes of the secretariat'), { longestLength: 2_000 }),
    filledBy: 'secretariat', seenBy: { office: 'never', members: 'never', public: 'never' },
  }],
};

export const attachmentSection: FormSection = {
  id: 'attachments', name: both('添付資料', 'Attachments'),
  fields: [{ id: 'attachments', kind: 'attachments', label: both('添付資料', 'Attachments'), required: false, atMost: 10 }],
};
