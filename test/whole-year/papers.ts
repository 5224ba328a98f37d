import type { FoundMunicipality } from '../../libs/municipality/domain/found.ts';
import type { PostRole } from '../../libs/municipality/domain/municipality.events.ts';

const named = (ja: string) => ({ ja, en: ja });

/** The year that is lived; the sheets are about the one before. */
export const year = 2026;

const sections = [
  { id: 'promotion', department: 'industry', name: named('産業振興課') },
  { id: 'childcare', department: 'welfare', name: named('子育て支援課') },
  { id: 'parks', department: 'works', name: named('公園緑地課') },
  { id: 'evaluation', department: 'planning', name: named('行政評価課') },
] as const;

/** The sections that write sheets. */
export const writing = ['promotion', 'childcare', 'parks'] as const;
export type Writing = (typeof writing)[number];

const postsOfSection = (section: Writing) => [
  { id: `${section}-clerk`, section, role: 'staff' },
  { id: `${section}-manager`, section, role: 'approver', rank: 'manager' },
] as const;

const posts = [
  ...writing.flatMap(postsOfSection),
  { id: 'secretariat', section: 'evaluation', role: 'secretariat' },
  { id: 'auditor', section: 'evaluation', role: 'auditor' },
  { id: 'admin', section: 'evaluation', role: 'admin' },
] as const satisfies readonly { id: string; section: string; role: PostRole; rank?: string }[];

export type YearPost = (typeof posts)[number]['id'];

export const founding: FoundMunicipality = {
  name: named('さくら市'),
  demonstration: false,
  departments: [
    { id: 'industry', name: named('産業部') }, { id: 'welfare', name: named('福祉部') }, { id: 'works', name: named('都市整備部') },
    { id: 'planning', name: named('企画部') },
  ],
  sections: [...sections],
  posts: posts.map((post) => ({ ...post, title: named(post.id) })),
  appointments: posts.map(({ id }) => ({ id: `${id}-holder`, post: id, person: `person-${id}` })),
};

const field = (id: string, kind: string, ja: string, more: object = {}) => ({ id, kind, label: named(ja), required: false, ...more });

export const scheme = {
  levels: [{ id: 'policy', name: named('政策'), texts: [] }, { id: 'measure', name: named('施策'), parent: 'policy', texts: [] }],
  scales: [{
    id: 'attainment', name: named('達成度'),
    grades: [{ id: 'a', label: named('A') }, { id: 'b', label: named('B') }, { id: 'c', label: named('C') }],
  }],
  unitPrices: [],
  sheetTypes: [{
    id: 'measure-sheet', name: named('施策評価シート'), level: 'measure',
    sections: [{
      id: 'evaluation', name: named('一次評価'),
      fields: [
        {
          ...field('indicators', 'table', '指標'), rows: { from: 'indicators' },
          columns: [field('name', 'given', '指標名', { given: 'name' }), field('target', 'given', '目標', { given: 'target' }), field('actual', 'value', '実績')],
        },
        field('attainment', 'rating', '達成度', { required: true, scale: 'attainment' }),
        field('result', 'text', '取組結果', { required: true }),
        field('papers', 'attachments', '資料', { atMost: 5 }),
        field('internal', 'text', '庁内向けの説明', { seenBy: { members: 'never', public: 'never' } }),
        field('memo', 'text', '事務局メモ', { filledBy: 'secretariat', seenBy: { office: 'never', members: 'never', public: 'never' } }),
      ],
    }],
  }],
  approvalLines: [{ steps: [{ id: 'manager', name: named('課長'), rank: 'manager', within: 'section', ofCoOwners: false }] }],
  stages: [
    { id: 'internal', name: named('庁内評価会議'), evaluator: 'meeting', fields: [field('direction', 'text', '方向性', { required: true })], condition: { kind: 'chosen', field: 'attainment', among: ['c'] } },
    {
      id: 'committee', name: named('二次評価'), evaluator: 'committee', condition: { kind: 'chosen', field: 'attainment', among: ['b', 'c'] },
      fields: [
        field('second-attainment', 'rating', '二次評価', { required: true, scale: 'attainment' }),
        field('second-text', 'text', '委員会の意見', { required: true }),
      ],
      opinion: {
        fields: [
          field('own-attainment', 'rating', '評価', { required: true, scale: 'attainment' }),
          field('points', 'points', '評点', { required: true, least: '0', most: '10', step: '0.5' }),
          field('effect', 'text', '有効性についての意見'),
        ],
      },
    },
  ],
};

/** Of each section four measures: A goes to nobody, B and C before the committee. */
export const measures = writing.flatMap((section, place) => [1, 2, 3, 4].map((number) => ({
  section, number: `${place + 1}-${number}`, attainment: (['a', 'b', 'b', 'c'] as const)[number - 1] as 'a' | 'b' | 'c',
})));

export const plan = {
  name: named('基本計画'), firstYear: 2024, lastYear: 2033,
  nodes: writing.flatMap((section, place) => [
    { number: String(place + 1), level: 'policy', section, name: named(`政策${place + 1}`) },
    ...measures.filter((measure) => measure.section === section).map(({ number }) =>
      ({ number, parent: String(place + 1), level: 'measure', section, name: named(`施策${number}`) })),
  ]),
  indicators: measures.map(({ number }) => ({
    node: number, number: '1', name: named(`指標${number}`), class: 'outcome' as const, unit: '件', kind: 'annual' as const, direction: 'higher' as const,
    baseline: { year: 2023, value: '100件' },
    targets: [{ year: 2025, value: '120件' }, { year: 2026, value: '130件' }, { year: 2027, value: '140件' }],
  })),
};

/** Members, by what they are called in the story. */
export const people = ['chair', 'deputy', 'third', 'fourth', 'fifth', 'sixth', 'seventh'] as const;
export type MemberName = (typeof people)[number];

/** People outside the office are known by ids that are no words. */
export function personOf(name: MemberName): string {
  return `00000000-0000-4000-8000-00000000000${people.indexOf(name) + 1}`;
}

/** 過半数, in a meeting and when papers go round. */
export const quorum = { present: { parts: 1, of: 2, moreThan: true }, opinions: { parts: 1, of: 2, moreThan: true } };
