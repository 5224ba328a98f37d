import type { Label } from '../../../libs/kernel/label.ts';
import type { FoundMunicipality } from '../../../libs/municipality/domain/found.ts';
import type { PostRole } from '../../../libs/municipality/domain/municipality.events.ts';
import { deriveUuid } from '../../../libs/platform/commands/command-id.ts';
import type { AdoptPlan } from '../../../libs/plan/domain/adopt.ts';
import type { AdoptScheme } from '../../../libs/scheme/domain/adopt.ts';

export const municipality = 'mihon';

/** Every id and key of the demonstration derives from this one, so that making it again makes nothing twice. */
const origin = '6d696868-6f6e-4000-8000-000000000001';

export function demonstrationId(...name: readonly string[]): string {
  return deriveUuid(origin, ...name);
}

interface DemonstrationPost {
  readonly id: string;
  readonly section: string;
  readonly role: PostRole;
  readonly title: Label;
}

const both = (ja: string, en: string): Label => ({ ja, en });

const sections = [
  { id: 'promotion', department: 'industry', name: both('産業振興課', 'Industrial Promotion Section') },
  { id: 'childcare', department: 'welfare', name: both('子育て支援課', 'Childcare Support Section') },
  { id: 'evaluation', department: 'planning', name: both('行政評価担当課', 'Evaluation Section') },
  { id: 'audit', department: 'audit', name: both('監査事務局', 'Audit Office') },
];

export const posts: readonly DemonstrationPost[] = [
  { id: 'promotion-staff', section: 'promotion', role: 'staff', title: both('産業振興課 担当', 'Industrial Promotion, staff') },
  { id: 'promotion-approver', section: 'promotion', role: 'approver', title: both('産業振興課 承認者', 'Industrial Promotion, approver') },
  { id: 'childcare-staff', section: 'childcare', role: 'staff', title: both('子育て支援課 担当', 'Childcare Support, staff') },
  { id: 'childcare-approver', section: 'childcare', role: 'approver', title: both('子育て支援課 承認者', 'Childcare Support, approver') },
  { id: 'secretariat', section: 'evaluation', role: 'secretariat', title: both('事務局', 'Secretariat') },
  { id: 'auditor', section: 'audit', role: 'auditor', title: both('監査', 'Auditor') },
];

export function personOf(post: string): string {
  return demonstrationId('person', post);
}

export const office: FoundMunicipality = {
  name: both('みほん市（架空）', 'Mihon City (fictitious)'),
  demonstration: true,
  departments: [
    { id: 'industry', name: both('産業部', 'Industry Department') },
    { id: 'welfare', name: both('福祉部', 'Welfare Department') },
    { id: 'planning', name: both('企画部', 'Planning Department') },
    { id: 'audit', name: both('監査委員', 'Audit') },
  ],
  sections,
  posts: posts.map(({ id, section, role, title }) => ({ id, section, role, title })),
  appointments: posts.map(({ id }) => ({ id: `${id}-holder`, post: id, person: personOf(id) })),
};

export const scheme: AdoptScheme = {
  levels: [
    { id: 'policy', name: both('政策', 'Policy') },
    { id: 'measure', name: both('施策', 'Measure') },
  ],
  scales: [{
    id: 'attainment',
    name: both('達成度', 'Attainment'),
    grades: [
      { id: 'a', label: both('A（達成）', 'A (attained)') },
      { id: 'b', label: both('B（概ね達成）', 'B (mostly attained)') },
      { id: 'c', label: both('C（達成が不十分）', 'C (insufficiently attained)') },
    ],
  }],
  sheetTypes: [{
    id: 'measure-sheet',
    name: both('施策評価シート', 'Measure evaluation sheet'),
    level: 'measure',
    fields: [
      { id: 'attainment', kind: 'rating', scale: 'attainment', label: both('施策の達成度', 'Attainment of the measure'), required: true },
      { id: 'result', kind: 'value', label: both('成果指標の実績', 'Result of the indicator'), required: true },
      { id: 'settled', kind: 'value', label: both('決算額（千円）', 'Settled amount (thousand yen)'), required: false },
      { id: 'reason', kind: 'text', label: both('評価の理由', 'Reason for the rating'), required: true, longestLength: 800 },
      { id: 'direction', kind: 'text', label: both('課題と今後の方向性', 'Problems and direction'), required: false, longestLength: 800 },
    ],
  }],
};

export const plan: AdoptPlan = {
  name: both('みほん市基本計画', 'Mihon City Basic Plan'),
  nodes: [
    { number: '1', level: 'policy', section: 'promotion', name: both('活力ある産業のまち', 'A town of lively industries') },
    { number: '1-1', parent: '1', level: 'measure', section: 'promotion', name: both('販路開拓・販売促進支援', 'Opening new markets') },
    { number: '1-2', parent: '1', level: 'measure', section: 'promotion', name: both('創業・経営基盤の強化支援', 'Starting and strengthening businesses') },
    { number: '1-3', parent: '1', level: 'measure', section: 'promotion', name: both('商店街の活性化', 'Revitalising shopping streets') },
    { number: '2', level: 'policy', section: 'childcare', name: both('子育てを支えるまち', 'A town that supports families') },
    { number: '2-1', parent: '2', level: 'measure', section: 'childcare', name: both('保育サービスの充実', 'Better day care') },
    { number: '2-2', parent: '2', level: 'measure', section: 'childcare', name: both('子どもの居場所づくり', 'Places for children') },
  ],
};
