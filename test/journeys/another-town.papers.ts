import type { FoundMunicipality } from '../../libs/municipality/domain/found.ts';
import type { Post } from '../../libs/municipality/domain/municipality.events.ts';

const named = (ja: string, en: string) => ({ ja, en });

/** A small town: whoever sits in a section, its head decides, and one of the planners is the secretariat. */
const posts = [
  { id: 'clerk', section: 'forestry', role: 'staff' },
  { id: 'head', section: 'forestry', role: 'approver', rank: 'head' },
  { id: 'welfare-clerk', section: 'welfare', role: 'staff' },
  { id: 'welfare-head', section: 'welfare', role: 'approver', rank: 'head' },
  { id: 'secretariat', section: 'planning', role: 'secretariat' },
] as const satisfies readonly Omit<Post, 'title'>[];

export type TownPost = (typeof posts)[number]['id'];

export const founding: FoundMunicipality = {
  name: named('やまなみ町（架空）', 'Yamanami Town (fictitious)'),
  demonstration: false,
  departments: [{ id: 'town-hall', name: named('町長部局', 'Town hall') }],
  sections: [
    { id: 'forestry', department: 'town-hall', name: named('農林課', 'Forestry') },
    { id: 'welfare', department: 'town-hall', name: named('福祉課', 'Welfare') },
    { id: 'planning', department: 'town-hall', name: named('企画課', 'Planning') },
  ],
  posts: posts.map((post) => ({ ...post, title: named(post.id, post.id) })),
  appointments: posts.map(({ id }, index) => ({ id: `${id}-first`, post: id, person: `0193b000-0000-7000-8000-0000000000${String(index + 10)}` })),
};

/** Ids that other offices have too say something else here: a town knows only its own words. */
export const scheme = {
  levels: [
    { id: 'pillar', name: named('柱', 'Pillar'), texts: [] },
    { id: 'measure', name: named('事業', 'Project'), parent: 'pillar', texts: [] },
  ],
  scales: [{
    id: 'attainment', name: named('総合判定', 'Judgement'),
    grades: ['s', 'a', 'b', 'c', 'd'].map((id) => ({ id, label: named(id.toUpperCase(), id.toUpperCase()) })),
  }],
  unitPrices: [],
  sheetTypes: [{
    id: 'measure-sheet', name: named('事業評価票', 'Project sheet'), level: 'measure',
    sections: [{
      id: 'all', name: named('評価', 'Evaluation'),
      fields: [
        { id: 'judgement', kind: 'rating', scale: 'attainment', label: named('総合判定', 'Judgement'), required: true },
        { id: 'attainment', kind: 'text', label: named('達成状況', 'What was attained'), required: true },
        {
          id: 'direction', kind: 'choice', label: named('今後の方向性', 'Direction'), required: true,
          options: [{ id: 'expand', label: named('拡充', 'Expand') }, { id: 'end', label: named('終了', 'End') }],
        },
        {
          id: 'viewpoints', kind: 'checks', label: named('評価の視点', 'Viewpoints'), required: false,
          options: [{ id: 'need', label: named('必要性', 'Need') }, { id: 'effect', label: named('有効性', 'Effect') }],
        },
        { id: 'held-on', kind: 'date', label: named('点検日', 'Day'), required: false },
        { id: 'days', kind: 'value', label: named('実施日数', 'Days'), required: true },
      ],
    }],
  }],
  approvalLines: [{ steps: [{ id: 'head', name: named('課長', 'Head'), rank: 'head', within: 'section', ofCoOwners: false }] }],
  stages: [],
};

export const plan = {
  name: named('やまなみ町総合計画', 'Plan of the town'), firstYear: 2021, lastYear: 2030,
  nodes: [
    { number: '1', level: 'pillar', section: 'planning', name: named('森とともに', 'With the forest') },
    { number: '1-1', parent: '1', level: 'measure', section: 'forestry', name: named('間伐の推進', 'Thinning') },
    { number: '1-2', parent: '1', level: 'measure', section: 'welfare', name: named('木育の推進', 'Wood education') },
  ],
  indicators: [],
};

export const cycle = (planId: string) => ({
  year: 2025, aboutYear: 2024, plans: [planId], periods: { submission: '2026-02-28' }, choose: { levels: ['measure'] },
});

/** Everything that a sheet of the town asks for. */
export const complete = { judgement: 's', attainment: '計画を上回った。', direction: 'expand', days: '延べ１２日' };
