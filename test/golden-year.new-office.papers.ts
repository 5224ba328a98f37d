import type { FoundMunicipality } from '../libs/municipality/domain/found.ts';
import type { Post } from '../libs/municipality/domain/municipality.events.ts';
import type { DraftPlan } from '../libs/plan/domain/draft.ts';
import type { IndicatorDraft } from '../libs/plan/domain/indicator-drafts.ts';
import type { NodeDraft } from '../libs/plan/domain/node-drafts.ts';
import type { Asker } from '../libs/platform/access/asker.ts';
import { deriveUuid } from '../libs/platform/commands/command-id.ts';
import { scheme, both } from './golden-year.scheme.ts';
import { origin } from './golden-year.deed.ts';

export { scheme };

export const municipality = 'nagisa';

const posts = [
  { id: 'clerk', section: 'promotion', role: 'staff' },
  { id: 'chief', section: 'promotion', role: 'approver', rank: 'chief' },
  { id: 'manager', section: 'promotion', role: 'approver', rank: 'manager' },
  { id: 'director', section: 'promotion', role: 'approver', rank: 'director' },
  { id: 'tourism-manager', section: 'tourism', role: 'approver', rank: 'manager' },
  { id: 'secretariat', section: 'promotion', role: 'secretariat' },
  { id: 'admin', section: 'promotion', role: 'admin' },
] as const satisfies readonly Omit<Post, 'title'>[];

type PostId = (typeof posts)[number]['id'];

export function personIn(post: PostId): string {
  return deriveUuid(origin, 'person of the second office', post);
}

export function askerAs(id: PostId): Asker {
  const { role, section } = posts.find((post) => post.id === id) as (typeof posts)[number];
  return { municipality, actor: personIn(id), appointment: `${id}-holder`, post: id, role, section, department: 'industry' };
}

export const office: FoundMunicipality = {
  name: both('なぎさ市（架空）', 'Nagisa City (fictitious)'),
  demonstration: true,
  departments: [{ id: 'industry', name: both('産業部', 'Industry Department') }],
  sections: [
    { id: 'promotion', department: 'industry', name: both('産業振興課', 'Industrial Promotion Section') },
    { id: 'tourism', department: 'industry', name: both('観光課', 'Tourism Section') },
  ],
  posts: posts.map((post) => ({ ...post, title: both(`${post.section} ${post.id}`, post.id) })),
  appointments: posts.map(({ id }) => ({ id: `${id}-holder`, post: id, person: personIn(id), from: '2025-04-01', to: '2027-03-31' })),
  words: { residents: both('区民', 'residents'), mayor: both('区長', 'mayor'), assembly: both('区議会', 'ward assembly') },
};

/** In the end it is left out, with its indicator. */
export const leftOut: NodeDraft = { number: '1-②', parent: '1', level: 'measure', section: 'tourism', name: both('観光案内', 'Guides for tourists') };

export const plan: DraftPlan = {
  name: both('なぎさ市産業振興プラン', 'Nagisa City Industry Plan'),
  firstYear: 2025,
  lastYear: 2030,
  nodes: [
    { number: '1', level: 'policy', section: 'promotion', name: both('活力ある産業のまち', 'A town of lively industries') },
    { number: '1-①', parent: '1', level: 'measure', section: 'promotion', name: both('販路開拓', 'New markets') },
    leftOut,
  ],
  indicators: [{
    node: '1-②', name: both('案内件数', 'Guided visitors'), class: 'activity', unit: '件', kind: 'annual', direction: 'higher',
  }],
};

export const workedOn: NodeDraft = {
  number: '1-①', parent: '1', level: 'measure', section: 'promotion', name: both('販路開拓・販売促進支援', 'Opening new markets'),
  related: ['tourism'], outside: ['商工会議所'], flags: ['priority', 'new'], texts: { purpose: '販路を広げる。', issue: '担い手の不足' },
};

export const fairs: IndicatorDraft = {
  node: '1-①', number: '1', name: both('販売会の実施回数', 'Fairs'), class: 'outcome', unit: '回', kind: 'cumulative', direction: 'higher',
  baseline: { year: 2024, value: '―' }, targets: [{ year: 2025, value: '10回' }, { year: 2026, value: '１４回（見込）' }],
  formula: '実施した販売会の数', source: '産業振興課調べ', knownWhen: '翌年度5月',
};

/** It asks nothing more of anybody, so that a running cycle may take it. */
export const laterScheme = {
  ...scheme,
  unitPrices: scheme.unitPrices.map((price) => ({ ...price, byYear: { ...price.byYear, 2026: '8700000' } })),
};

/** One answer of every kind, but for the reason, which is copied from the year before. */
export const complete = {
  attainment: 'b', direction: 'continue', revised: ['budget'], decided: '2026-04-30', remedy: '続ける。🌸',
  'budget/year/settled': '1,886,543', 'budget/year/national': '86,543', 'budget/year/general': '1,800,000', 'budget/year/staff': '1.5',
};
