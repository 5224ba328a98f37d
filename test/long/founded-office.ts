import { openEngines } from '../../apps/api/engines.ts';
import * as committees from '../../libs/committee/commands.ts';
import { committeeDecider, committeeStream } from '../../libs/committee/domain/committee.ts';
import { OpenCycle } from '../../libs/cycle/commands.ts';
import { cycleStream } from '../../libs/cycle/domain/cycle.ts';
import { sheetId } from '../../libs/evaluation/domain/sheet.ts';
import { FoundMunicipality } from '../../libs/municipality/commands.ts';
import { municipalityStream } from '../../libs/municipality/domain/municipality.ts';
import type { Post } from '../../libs/municipality/domain/municipality.events.ts';
import { Tokens } from '../../libs/municipality/people/tokens.ts';
import { operatorAsker, type Asker } from '../../libs/platform/access/asker.ts';
import { deriveUuid } from '../../libs/platform/commands/command-id.ts';
import type { CommandClass } from '../../libs/platform/commands/verb.ts';
import type { Installation } from '../../libs/platform/installation.ts';
import { readSettings } from '../../libs/platform/settings.ts';
import { AdoptPlan, DraftPlan } from '../../libs/plan/commands.ts';
import { planDecider, planStream } from '../../libs/plan/domain/plan.ts';
import { AdoptScheme } from '../../libs/scheme/commands.ts';
import type { SchemeContents, Stage } from '../../libs/scheme/domain/scheme.events.ts';
import { schemeStream } from '../../libs/scheme/domain/scheme.ts';

export const municipality = 'mihon';
export const year = 2026;
export const textFields = ['opinion', 'result', 'problem', 'direction', 'remark', 'reason'] as const;

export interface Member {
  readonly person: string;
  readonly post: string;
  readonly role: Post['role'];
  readonly section: string;
  readonly token: string;
}

/** Somebody of the committee, by his membership. */
interface CommitteeMember {
  readonly member: string;
  readonly token: string;
}

/** Its first presides, the whole and the sub-group to which the first three belong. */
export interface FoundedCommittee {
  readonly committee: string;
  readonly subgroup: string;
  readonly members: readonly [CommitteeMember, ...CommitteeMember[]];
}

/** An office in a data directory that no server has opened yet. */
export interface FoundedOffice {
  readonly members: readonly Member[];
  /** Of the last of its years, by the section whose they are. */
  readonly sheets: Readonly<Record<string, readonly string[]>>;
  readonly plan: string;
  readonly nodes: readonly string[];
  /** Nodes that got no sheet. */
  readonly leftOut: readonly string[];
  /** Each section's first measure has one. */
  readonly indicators: readonly string[];
  /** Of an office with stages. */
  readonly committee: FoundedCommittee | undefined;
}

export interface OfficeSize {
  readonly sections: number;
  readonly staffOfSection: number;
  readonly measuresOfSection: number;
  /** Of the approvers that each section has, who decide in this order. */
  readonly ranks?: readonly string[];
  /** None leaves the opening of a year to whoever looks on. */
  readonly years?: readonly number[];
  /** So many of each section's measures get no sheet. */
  readonly leftOut?: number;
  /** Departments, sections and posts in which nobody works and nothing happens, called `spare-0`, `spare-1` and so on. */
  readonly spares?: number;
  /** After the first evaluation comes a committee, and then the mayor. */
  readonly hasStages?: boolean;
}

const origin = '6d656775-7269-4000-8000-000000000001';
const plan = deriveUuid(origin, 'plan');
const named = (word: string) => ({ ja: word, en: word });
export const spare = (index: number): string => `spare-${index}`;

/** Made by the same commands as everything else, before the first server starts. */
export async function foundOffice(directory: string, size: OfficeSize): Promise<FoundedOffice> {
  const engines = await openEngines(readSettings({ MEGURI_DATA_DIR: directory, MEGURI_LOG_LEVEL: 'error' }));
  try {
    return await found(engines.installation, size);
  } finally {
    await engines.close();
  }
}

async function found(installation: Installation, size: OfficeSize): Promise<FoundedOffice> {
  const { staffOfSection, measuresOfSection, ranks = ['manager'], years = [year], leftOut: leftOutOfSection = 0 } = size;
  const sections = Array.from({ length: size.sections }, (_, index) => `section-${index}`);
  const posts = postsOf(sections, staffOfSection, ranks);
  await run(installation, operatorAsker(municipality), FoundMunicipality, municipalityStream(municipality), officeOf(sections, posts, size.spares ?? 0));
  const secretariat: Asker = { municipality, actor: personOf('secretariat'), role: 'secretariat' };
  await run(installation, secretariat, AdoptScheme, schemeStream(municipality), schemeOf(ranks, size.hasStages ? stages : []));
  await run(installation, secretariat, DraftPlan, planStream(municipality, plan), planOf(sections, measuresOfSection));
  await run(installation, secretariat, AdoptPlan, planStream(municipality, plan), { fromYear: 2020 });
  const { state } = await installation.states.fold(planDecider, planStream(municipality, plan));
  if (state.phase === 'absent') throw new Error('the plan was not adopted');
  const all = [...state.nodes.values()];
  const isLeftOut = ({ number }: { readonly number: string }) => Number(number.split('-')[1]) >= measuresOfSection - leftOutOfSection;
  const nodes = all.filter((node) => !isLeftOut(node));
  for (const one of years) {
    await run(installation, secretariat, OpenCycle, cycleStream(municipality, one), yearOf(nodes.map(({ id }) => id), one));
  }
  const handedOut = new Tokens(installation.privateStore);
  return {
    members: posts.map(({ id, role, section }) =>
      ({ person: personOf(id), post: id, role, section, token: handedOut.add(municipality, personOf(id), 'long') })),
    sheets: Object.fromEntries(sections.map((section) =>
      [section, nodes.filter((node) => node.section === section).map(({ id }) => sheetId(years.at(-1) ?? year, id))])),
    plan,
    nodes: nodes.map(({ id }) => id),
    leftOut: all.filter(isLeftOut).map(({ id }) => id),
    indicators: [...state.indicators.keys()],
    committee: size.hasStages ? await committeeOf(installation, secretariat, handedOut) : undefined,
  };
}

async function committeeOf(installation: Installation, secretariat: Asker, handedOut: Tokens): Promise<FoundedCommittee> {
  const committee = deriveUuid(origin, 'committee');
  const stream = committeeStream(municipality, committee);
  const half = { parts: 1, of: 2, moreThan: false };
  const people = ['chair', 'member-1', 'member-2', 'member-3', 'member-4'].map(personOf);
  await run(installation, secretariat, committees.FoundCommittee, stream, { committee, name: named('評価委員会'), quorum: { present: half, opinions: half } });
  for (const person of people) {
    await run(installation, secretariat, committees.AppointMember, stream, { person, from: '2020-04-01' }, person);
  }
  const state = async () => {
    const { state: committeeNow } = await installation.states.fold(committeeDecider, stream);
    if (committeeNow.phase === 'absent') throw new Error('the committee was not founded');
    return committeeNow;
  };
  const members = (await state()).members.map(({ id, person }) => ({ member: id, token: handedOut.add(municipality, person, 'long') }));
  const [chair, deputy, third] = members.map(({ member }) => member) as [string, string, string];
  await run(installation, secretariat, committees.ElectChair, stream, { chair, deputy });
  await run(installation, secretariat, committees.FormSubgroup, stream, { name: named('部会'), members: [chair, deputy, third], chair });
  return { committee, subgroup: (await state()).subgroups[0]?.id as string, members: members as [CommitteeMember, ...CommitteeMember[]] };
}

export function yearOf(nodes: readonly string[], which = year) {
  return { year: which, aboutYear: which - 1, plans: [plan], periods: { submission: '2999-03-31' }, choose: { nodes } };
}

function postsOf(sections: readonly string[], staffOfSection: number, ranks: readonly string[]): readonly Post[] {
  const post = (id: string, role: Post['role'], section: string, rank?: string): Post =>
    ({ id, role, section, title: named(id), ...(rank !== undefined && { rank }) });
  return [
    ...sections.flatMap((section) => [
      ...Array.from({ length: staffOfSection }, (_, index) => post(`${section}-staff-${index}`, 'staff', section)),
      ...ranks.map((rank) => post(`${section}-${rank}`, 'approver', section, rank)),
    ]),
    post('secretariat', 'secretariat', 'section-0'),
    post('auditor', 'auditor', 'section-0'),
    post('admin', 'admin', 'section-0'),
  ];
}

function officeOf(sections: readonly string[], posts: readonly Post[], spares: number) {
  const spareIds = Array.from({ length: spares }, (_, index) => spare(index));
  return {
    name: named('みほん市'), demonstration: false,
    departments: ['department', ...spareIds].map((id) => ({ id, name: named(id) })),
    sections: [...sections, ...spareIds].map((id) => ({ id, department: 'department', name: named(id) })),
    posts: [...posts, ...spareIds.map((id): Post => ({ id, section: 'section-0', role: 'staff', title: named(id) }))],
    appointments: posts.map(({ id }) => ({ id: `${id}-holder`, post: id, person: personOf(id) })),
  };
}

function planOf(sections: readonly string[], measuresOfSection: number) {
  return {
    name: named('計画'), firstYear: 2020, lastYear: 2029,
    nodes: sections.flatMap((section, number) => Array.from({ length: measuresOfSection }, (_, index) => (
      { number: `${number}-${index}`, level: 'measure', name: named(`施策 ${number}-${index}`), section }))),
    indicators: sections.map((_, number) => ({
      node: `${number}-0`, name: named('参加者'), class: 'outcome' as const, unit: '人', kind: 'annual' as const, direction: 'higher' as const,
      targets: [{ year, value: '100人' }],
    })),
  };
}

export function personOf(post: string): string {
  return deriveUuid(origin, 'person', post);
}

const optional = (id: string) => ({ id, label: named(id), required: false });

/** What committee and mayor are asked; nothing of it must be answered. */
export const stages: readonly Stage[] = [
  {
    id: 'committee', name: named('外部評価'), evaluator: 'committee', fields: [{ ...optional('view'), kind: 'text' }],
    opinion: {
      fields: [{ ...optional('points'), kind: 'points', least: '0', most: '10', step: '0.5' }, { ...optional('thought'), kind: 'text' }],
      seenBy: { office: 'concluded', public: 'published' },
    },
  },
  { id: 'mayor', name: named('区長決定'), evaluator: 'mayor', fields: [{ ...optional('decided'), kind: 'text' }] },
];

/** Nothing is required, so a sheet may be submitted at any moment. */
export function schemeOf(ranks: readonly string[], then: readonly Stage[] = []): SchemeContents {
  return {
    levels: [{ id: 'measure', name: named('施策'), texts: [] }],
    scales: [{ id: 'attainment', name: named('達成度'), grades: [{ id: 'a', label: named('A') }, { id: 'b', label: named('B') }] }],
    unitPrices: [],
    sheetTypes: [{
      id: 'measure-sheet', name: named('シート'), level: 'measure',
      sections: [{
        id: 'all', name: named('一次評価'),
        fields: [
          ...textFields.map((id) => ({ ...optional(id), kind: 'text' as const })),
          { ...optional('attainment'), kind: 'rating', scale: 'attainment' },
          { ...optional('settled'), kind: 'value' },
          { ...optional('papers'), kind: 'attachments', atMost: 20 },
          { ...optional('memo'), kind: 'text', filledBy: 'secretariat', seenBy: { office: 'never', members: 'never', public: 'never' } },
        ],
      }],
    }],
    approvalLines: [{ steps: ranks.map((rank) => ({ id: rank, name: named(rank), rank, within: 'section', ofCoOwners: false })) }],
    stages: then,
  };
}

async function run<Body extends object>(
  installation: Installation, asker: Asker, command: CommandClass<Body>, stream: string, body: Body, name = '',
): Promise<void> {
  const outcome = await installation.runner.run(new command(stream, { asker, key: deriveUuid(origin, stream, name) }, body));
  if (outcome.kind === 'rejected') throw new Error(`${command.verb.name}: ${JSON.stringify(outcome)}`);
}
