import type { FoundMunicipality } from '../../libs/municipality/domain/found.ts';
import type { Post } from '../../libs/municipality/domain/municipality.events.ts';

const named = (ja: string, en: string) => ({ ja, en });

/** An office as offices are: lines of several steps, a director over two sections, and one section that has no chief. */
const posts = [
  { id: 'clerk', section: 'promotion', role: 'staff' },
  { id: 'chief', section: 'promotion', role: 'approver', rank: 'chief' },
  { id: 'manager', section: 'promotion', role: 'approver', rank: 'manager' },
  { id: 'director', section: 'promotion', role: 'approver', rank: 'director' },
  { id: 'tourism-clerk', section: 'tourism', role: 'staff' },
  { id: 'tourism-manager', section: 'tourism', role: 'approver', rank: 'manager' },
  { id: 'childcare-clerk', section: 'childcare', role: 'staff' },
  { id: 'childcare-manager', section: 'childcare', role: 'approver', rank: 'manager' },
  { id: 'welfare-director', section: 'childcare', role: 'approver', rank: 'director' },
  { id: 'secretariat', section: 'evaluation', role: 'secretariat' },
  { id: 'auditor', section: 'evaluation', role: 'auditor' },
] as const satisfies readonly Omit<Post, 'title'>[];

export type YearPost = (typeof posts)[number]['id'];

export const founding: FoundMunicipality = {
  name: named('さくら市（架空）', 'Sakura City (fictitious)'),
  demonstration: false,
  departments: [
    { id: 'industry', name: named('産業部', 'Industry') }, { id: 'welfare', name: named('福祉部', 'Welfare') },
    { id: 'planning', name: named('企画部', 'Planning') },
  ],
  sections: [
    { id: 'promotion', department: 'industry', name: named('産業振興課', 'Promotion') },
    { id: 'tourism', department: 'industry', name: named('観光課', 'Tourism') },
    { id: 'childcare', department: 'welfare', name: named('子育て支援課', 'Childcare') },
    { id: 'evaluation', department: 'planning', name: named('行政評価担当課', 'Evaluation') },
  ],
  posts: posts.map((post) => ({ ...post, title: named(post.id, post.id) })),
  appointments: posts.map(({ id }, index) => ({ id: `${id}-first`, post: id, person: `0193a000-0000-7000-8000-0000000000${String(index + 10)}` })),
};

const step = (id: string, ja: string, within: 'section' | 'department', ofCoOwners = false) =>
  ({ id, name: named(ja, id), rank: id === 'consultation' ? 'manager' : id, within, ofCoOwners });

export const scheme = {
  levels: [
    { id: 'policy', name: named('政策', 'Policy'), texts: [] },
    { id: 'measure', name: named('施策', 'Measure'), parent: 'policy', texts: [] },
  ],
  scales: [{
    id: 'attainment', name: named('達成度', 'Attainment'),
    grades: [{ id: 'a', label: named('A：達成', 'A') }, { id: 'b', label: named('B：概ね達成', 'B') }, { id: 'c', label: named('C：不十分', 'C') }],
  }],
  unitPrices: [{ id: 'labour', name: named('人件費単価', 'Labour'), byYear: { 2024: '8500000', 2025: '8600000' } }],
  sheetTypes: [{
    id: 'measure-sheet', name: named('施策評価シート', 'Measure sheet'), level: 'measure',
    sections: [
      {
        id: 'results', name: named('実績', 'Results'),
        fields: [
          {
            id: 'indicators', kind: 'table', label: named('指標', 'Indicators'), required: false, rows: { from: 'indicators' },
            columns: [
              { id: 'target', kind: 'given', given: 'target', label: named('目標', 'Target'), required: false },
              { id: 'actual', kind: 'value', label: named('実績', 'Actual'), required: true },
              { id: 'rate', kind: 'computed', formula: 'achievement(target, actual)', percent: true, label: named('達成率', 'Rate'), required: false },
            ],
          },
          {
            id: 'budget', kind: 'table', label: named('決算', 'Settled'), required: false,
            rows: { from: 'form', rows: [{ id: 'year', label: named('対象年度', 'Year') }] },
            columns: [
              { id: 'settled', kind: 'value', money: true, figureOnly: true, label: named('決算額', 'Settled'), required: true },
              { id: 'national', kind: 'value', money: true, label: named('国', 'National'), required: false },
              { id: 'general', kind: 'value', money: true, label: named('一般財源', 'General'), required: true },
              { id: 'staff', kind: 'value', label: named('人工', 'Staff'), required: false },
              { id: 'labour', kind: 'computed', formula: 'staff * price("labour")', money: true, label: named('人件費', 'Labour'), required: false },
            ],
            balances: [{
              id: 'financing', left: 'settled', right: 'sum(national, general)', message: named('財源内訳の合計が決算額と一致しません', 'Financing differs'),
            }],
          },
        ],
      },
      {
        id: 'evaluation', name: named('一次評価', 'First evaluation'),
        fields: [
          { id: 'attainment', kind: 'rating', scale: 'attainment', label: named('達成度', 'Attainment'), required: true },
          { id: 'reason', kind: 'text', label: named('評価の理由', 'Reason'), required: true, longestLength: 400 },
          {
            id: 'remedy', kind: 'text', label: named('改善策', 'Remedy'),
            required: { kind: 'chosen', field: 'attainment', among: ['c'] },
          },
          { id: 'papers', kind: 'attachments', label: named('資料', 'Papers'), required: false, atMost: 3 },
          {
            id: 'memo', kind: 'text', label: named('事務局メモ', 'Memo'), required: false, filledBy: 'secretariat',
            seenBy: { office: 'never', members: 'never', public: 'never' },
          },
        ],
      },
    ],
  }],
  approvalLines: [{
    steps: [
      step('chief', '係長', 'section'), step('manager', '課長', 'section'), step('consultation', '合議', 'section', true),
      step('director', '部長', 'department'),
    ],
  }],
  stages: [],
};

const measure = (number: string, section: string, related: readonly string[] = []) => ({
  number, parent: '1', level: 'measure', section, related, name: named(`施策${number}`, `Measure ${number}`),
});

export const plan = {
  name: named('さくら市基本計画', 'Basic plan'), firstYear: 2020, lastYear: 2029,
  nodes: [
    { number: '1', level: 'policy', section: 'promotion', name: named('政策1', 'Policy 1') },
    measure('1-1', 'promotion', ['tourism']), measure('1-2', 'promotion'), measure('1-3', 'promotion'), measure('1-4', 'promotion'),
    measure('1-5', 'childcare'),
  ],
  indicators: [{
    node: '1-1', name: named('販売会の実施回数', 'Fairs'), class: 'activity', unit: '回', kind: 'annual', direction: 'higher',
    baseline: { year: 2016, value: '―' }, targets: [{ year: 2024, value: '１０回' }, { year: 2025, value: '14回' }],
  }],
};

export const cycle = (planId: string) => ({
  year: 2025, aboutYear: 2024, plans: [planId],
  periods: { submission: '2026-03-10', approval: '2026-04-20', acceptance: '2026-05-20' },
  choose: { levels: ['measure'] },
});

/** Everything that a sheet without indicators asks for. */
export const complete = {
  attainment: 'b', reason: '概ね計画どおり実施した。',
  'budget/year/settled': '1,886,543', 'budget/year/national': '86,543', 'budget/year/general': '1,800,000', 'budget/year/staff': '1.5',
};
