import { committeeStream } from '../../../libs/committee/domain/committee.ts';
import type { Label } from '../../../libs/kernel/label.ts';
import type { FoundMunicipality } from '../../../libs/municipality/domain/found.ts';
import type { Post } from '../../../libs/municipality/domain/municipality.events.ts';
import { planStream } from '../../../libs/plan/domain/plan.ts';
import { deriveUuid } from '../../../libs/platform/commands/command-id.ts';

export const municipality = 'mihon';

/** Every id and key of the demonstration derives from this one, so that making it again makes nothing twice. */
const origin = '6d696868-6f6e-4000-8000-000000000001';

export function demonstrationId(...name: readonly string[]): string {
  return deriveUuid(origin, ...name);
}

export const planId = demonstrationId('plan');
export const ofPlan = planStream(municipality, planId);
export const committeeId = demonstrationId('committee');
export const ofCommittee = committeeStream(municipality, committeeId);

const both = (ja: string, en: string): Label => ({ ja, en });

const departments = [
  { id: 'planning', name: both('企画財政部', 'Planning and Finance Department') },
  { id: 'industry', name: both('産業観光部', 'Industry and Tourism Department') },
  { id: 'welfare', name: both('福祉健康部', 'Welfare and Health Department') },
  { id: 'environment', name: both('環境都市部', 'Environment and City Department') },
  { id: 'civic', name: both('市民生活部', 'Civic Affairs Department') },
  { id: 'audit', name: both('監査委員', 'Audit') },
];

const sections = [
  { id: 'evaluation', department: 'planning', name: both('行政評価課', 'Evaluation Section') },
  { id: 'promotion', department: 'industry', name: both('産業振興課', 'Industrial Promotion Section') },
  { id: 'tourism', department: 'industry', name: both('観光課', 'Tourism Section') },
  { id: 'childcare', department: 'welfare', name: both('子育て支援課', 'Childcare Support Section') },
  { id: 'elderly', department: 'welfare', name: both('高齢福祉課', 'Elderly Welfare Section') },
  { id: 'health', department: 'welfare', name: both('健康推進課', 'Health Promotion Section') },
  { id: 'environment', department: 'environment', name: both('環境課', 'Environment Section') },
  { id: 'roads', department: 'environment', name: both('道路公園課', 'Roads and Parks Section') },
  { id: 'disaster', department: 'civic', name: both('防災課', 'Disaster Prevention Section') },
  { id: 'learning', department: 'civic', name: both('生涯学習課', 'Lifelong Learning Section') },
  { id: 'audit', department: 'audit', name: both('監査事務局', 'Audit Office') },
];

/** Heads of departments have their seats in one of its sections. */
const directors = [
  { id: 'industry-director', section: 'promotion', title: both('産業観光部長', 'Director, Industry and Tourism') },
  { id: 'welfare-director', section: 'elderly', title: both('福祉健康部長', 'Director, Welfare and Health') },
  { id: 'environment-director', section: 'environment', title: both('環境都市部長', 'Director, Environment and City') },
  { id: 'civic-director', section: 'disaster', title: both('市民生活部長', 'Director, Civic Affairs') },
];

const withoutChief: ReadonlySet<string> = new Set(['tourism', 'elderly', 'roads', 'disaster']);

export const posts: readonly Post[] = [
  { id: 'secretariat', section: 'evaluation', role: 'secretariat', title: both('事務局', 'Secretariat') },
  { id: 'admin', section: 'evaluation', role: 'admin', title: both('管理者', 'Administrator') },
  ...sections.filter(({ id }) => id !== 'evaluation' && id !== 'audit').flatMap(postsOfSection),
  ...directors.map((director): Post => ({ ...director, role: 'approver', rank: 'director' })),
  { id: 'auditor', section: 'audit', role: 'auditor', title: both('監査', 'Auditor') },
];

/** A clerk, a chief who writes as well, and a manager; small sections have no chief. */
function postsOfSection({ id, name: { ja, en } }: (typeof sections)[number]): readonly Post[] {
  const place = en.replace(/ Section$/, '');
  return [
    { id: `${id}-staff`, section: id, role: 'staff', title: both(`${ja} 担当`, `${place}, clerk`) },
    ...(withoutChief.has(id) ? []
      : [{ id: `${id}-chief`, section: id, role: 'staff', rank: 'chief', title: both(`${ja} 係長`, `${place}, chief`) } as const]),
    { id: `${id}-manager`, section: id, role: 'approver', rank: 'manager', title: both(`${ja}長`, `${place}, manager`) },
  ];
}

/** 兼務: the manager of one section is that of another as well. */
const heldBesides: Readonly<Record<string, string>> = { 'roads-manager': 'environment-manager' };

/** Who holds a post on the first day, or is a member of the committee. */
export function personOf(post: string): string {
  return demonstrationId('person', heldBesides[post] ?? post);
}

export function postOf(id: string): Post {
  const post = posts.find((one) => one.id === id);
  if (post === undefined) throw new Error(`the demonstration has no post ${id}`);
  return post;
}

export function departmentOf(section: string): string {
  const found = sections.find(({ id }) => id === section);
  if (found === undefined) throw new Error(`the demonstration has no section ${section}`);
  return found.department;
}

export const office: FoundMunicipality = {
  name: both('みほん市（架空）', 'Mihon City (fictitious)'),
  demonstration: true,
  departments,
  sections,
  posts,
  appointments: posts.map(({ id }) => ({ id: `${id}-holder`, post: id, person: personOf(id) })),
};
