import type { FoundMunicipality } from '../libs/municipality/domain/found.ts';
import type { PostRole } from '../libs/municipality/domain/municipality.events.ts';

const named = (ja: string, en: string) => ({ ja, en });

/** Every role sits in the promotion section once, so that a spec can tell a role from a section. */
const posts = [
  { id: 'staff', section: 'promotion', role: 'staff' },
  { id: 'colleague', section: 'promotion', role: 'staff' },
  { id: 'approver', section: 'promotion', role: 'approver', rank: 'manager' },
  { id: 'secretariat', section: 'promotion', role: 'secretariat' },
  { id: 'auditor', section: 'promotion', role: 'auditor' },
  { id: 'admin', section: 'promotion', role: 'admin' },
  { id: 'childcare-staff', section: 'childcare', role: 'staff' },
  { id: 'childcare-approver', section: 'childcare', role: 'approver', rank: 'manager' },
] as const satisfies readonly { id: string; section: string; role: PostRole; rank?: string }[];

export type PostId = (typeof posts)[number]['id'];

export function foundingOf(municipality: string): FoundMunicipality {
  return {
    name: named(`${municipality}市`, municipality),
    demonstration: false,
    departments: [{ id: 'industry', name: named('産業部', 'Industry') }, { id: 'welfare', name: named('福祉部', 'Welfare') }],
    sections: [
      { id: 'promotion', department: 'industry', name: named('産業振興課', 'Promotion') },
      { id: 'childcare', department: 'welfare', name: named('子育て支援課', 'Childcare') },
    ],
    posts: posts.map((post) => ({ ...post, title: named(post.id, post.id) })),
    // The same ids in every office: nothing may rest on their being different.
    appointments: posts.map(({ id }) => ({ id: `${id}-holder`, post: id, person: `person-${id}` })),
  };
}

export const scheme = {
  levels: [
    { id: 'policy', name: named('政策', 'Policy'), texts: [] },
    { id: 'measure', name: named('施策', 'Measure'), parent: 'policy', texts: [{ id: 'purpose', name: named('目的', 'Purpose') }] },
  ],
  scales: [{
    id: 'attainment', name: named('達成度', 'Attainment'),
    grades: [{ id: 'a', label: named('A', 'A') }, { id: 'b', label: named('B', 'B') }],
  }],
  sheetTypes: [{
    id: 'measure-sheet', name: named('施策評価シート', 'Measure sheet'), level: 'measure',
    sections: [{
      id: 'evaluation', name: named('一次評価', 'First evaluation'),
      fields: [
        { id: 'attainment', kind: 'rating', scale: 'attainment', label: named('達成度', 'Attainment'), required: true },
        { id: 'result', kind: 'value', label: named('実績', 'Result'), required: true },
        { id: 'reason', kind: 'text', label: named('理由', 'Reason'), required: false, longestLength: 100 },
        { id: 'papers', kind: 'attachments', label: named('資料', 'Papers'), required: false, atMost: 5 },
        {
          id: 'memo', kind: 'text', label: named('事務局メモ', 'Memo of the secretariat'), required: false, filledBy: 'secretariat',
          seenBy: { office: 'never', members: 'never', public: 'never' },
        },
      ],
    }],
  }],
  unitPrices: [],
  approvalLines: [{
    steps: [{ id: 'manager', name: named('課長', 'Section manager'), rank: 'manager', within: 'section', ofCoOwners: false }],
  }],
  stages: [],
};

/** One policy, and so many measures of each section below it. */
export function planOf({ promotion, childcare }: Readonly<Record<'promotion' | 'childcare', number>>) {
  const measures = (section: string, count: number, first: number) => Array.from({ length: count }, (_, index) => ({
    number: `1-${first + index}`, parent: '1', level: 'measure', section, name: named(`施策${first + index}`, `Measure ${first + index}`),
  }));
  return {
    name: named('基本計画', 'Basic plan'),
    firstYear: 2020,
    lastYear: 2029,
    nodes: [
      { number: '1', level: 'policy', section: 'promotion', name: named('政策', 'Policy') },
      ...measures('promotion', promotion, 1),
      ...measures('childcare', childcare, 1 + promotion),
    ],
  };
}

export const year = 2026;

export function yearOf(plan: string, nodes: readonly string[]) {
  return { year, aboutYear: year - 1, plans: [plan], periods: { submission: '2999-03-31' }, choose: { nodes } };
}

/** Fields that make a sheet complete. */
export const answers = { attainment: 'b', result: '延べ5,653社' };
