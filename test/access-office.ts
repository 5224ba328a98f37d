import { randomUUID } from 'node:crypto';
import type { FoundMunicipality } from '../libs/municipality/domain/found.ts';
import type { Post } from '../libs/municipality/domain/municipality.events.ts';
import type { Asker } from '../libs/platform/access/asker.ts';
import type { AnyCommand, CommandClass, Outcome } from '../libs/platform/commands/verb.ts';
import { OpenCycle } from '../libs/cycle/commands.ts';
import { sheetDecider, sheetId, sheetStream } from '../libs/evaluation/domain/sheet.ts';
import { cycleStream } from '../libs/cycle/domain/cycle.ts';
import { planDecider, planStream } from '../libs/plan/domain/plan.ts';
import { AdoptPlan, DraftPlan } from '../libs/plan/commands.ts';
import { AdoptScheme } from '../libs/scheme/commands.ts';
import { schemeStream } from '../libs/scheme/domain/scheme.ts';
import { openCommittee, seats, type AccessCommittee, type AccessMember } from './access-committees.ts';
import { Person, type House, type Office } from './office.ts';

export const municipality = 'mihon';
export const year = 2026;

/**
 * How a sheet stands to an asker: his section's, another section's, or another section's on whose approval line his post is. The
 * committee of those who ask has to do only with the last two of all, and with one of them the member and the chair have not.
 */
export const places = ['own', 'another', 'line', 'committee', 'recused'] as const;
export type Place = (typeof places)[number];

/** Where what happens before a sheet comes to a committee is tried. */
export const officePlaces = ['own', 'another', 'line'] as const satisfies readonly Place[];

/** Those who ask: every role sits in the promotion section once, and each is an adviser, so that the line alone is nobody's right. */
const askers = (['staff', 'approver', 'secretariat', 'auditor', 'admin'] as const)
  .map((role) => ({ id: role, section: 'promotion', role, rank: 'adviser' as const }));

/** Those who bring a sheet to where somebody asks. */
const helpers = [
  { id: 'adviser', section: 'promotion', role: 'approver', rank: 'adviser' },
  { id: 'clerk', section: 'promotion', role: 'staff' },
  { id: 'manager', section: 'promotion', role: 'approver', rank: 'manager' },
  { id: 'director', section: 'promotion', role: 'approver', rank: 'director' },
  { id: 'childcare-clerk', section: 'childcare', role: 'staff' },
  { id: 'childcare-manager', section: 'childcare', role: 'approver', rank: 'manager' },
  { id: 'childcare-director', section: 'childcare', role: 'approver', rank: 'director' },
  { id: 'other-secretariat', section: 'evaluation', role: 'secretariat' },
] as const satisfies readonly Omit<Post, 'title'>[];

export type AccessWho = AccessPost | AccessMember;
export type AccessPost = (typeof askers)[number]['id'] | (typeof helpers)[number]['id'];
const posts: readonly (Omit<Post, 'title'> & { readonly id: AccessPost })[] = [...askers, ...helpers];

const named = (text: string) => ({ ja: text, en: text });
const departmentOf: Readonly<Record<string, string>> = { promotion: 'industry', childcare: 'welfare', evaluation: 'planning' };

const founding: FoundMunicipality = {
  name: named('みほん市（架空）'),
  demonstration: false,
  departments: Object.values(departmentOf).map((id) => ({ id, name: named(id) })),
  sections: Object.entries(departmentOf).map(([id, department]) => ({ id, department, name: named(id) })),
  posts: posts.map((post) => ({ ...post, title: named(post.id) })),
  appointments: posts.map(({ id }) => ({ id: `${id}-holder`, post: id, person: `person-${id}` })),
};

export function askerIn(post: AccessPost): Asker {
  const { role, section } = posts.find(({ id }) => id === post) as (typeof posts)[number];
  return { municipality, actor: `person-${post}`, appointment: `${post}-holder`, post, role, section, department: departmentOf[section] as string };
}

/** The advisers of a section that owns a node beside the lead decide before its manager, and again before the director. */
const step = (id: string, rank: string, within: 'section' | 'department', ofCoOwners: boolean) => ({ id, name: named(id), rank, within, ofCoOwners });

export const scheme = {
  levels: [{ id: 'policy', name: named('政策'), texts: [] }, { id: 'measure', name: named('施策'), parent: 'policy', texts: [] }],
  scales: [{ id: 'attainment', name: named('達成度'), grades: [{ id: 'a', label: named('A') }, { id: 'b', label: named('B') }] }],
  unitPrices: [],
  sheetTypes: [{
    id: 'measure-sheet', name: named('施策評価シート'), level: 'measure',
    sections: [{
      id: 'evaluation', name: named('一次評価'),
      fields: [
        {
          id: 'indicators', kind: 'table', label: named('指標'), required: false, rows: { from: 'indicators' },
          columns: [{ id: 'actual', kind: 'value', label: named('実績'), required: false }],
        },
        { id: 'attainment', kind: 'rating', scale: 'attainment', label: named('達成度'), required: true },
        { id: 'result', kind: 'value', label: named('実績'), required: true },
        { id: 'reason', kind: 'text', label: named('理由'), required: false },
        { id: 'background', kind: 'text', label: named('背景'), required: false },
        { id: 'papers', kind: 'attachments', label: named('資料'), required: false, atMost: 50 },
        { id: 'remark', kind: 'text', label: named('事務局から'), required: false, filledBy: 'secretariat' },
        {
          id: 'memo', kind: 'text', label: named('事務局メモ'), required: false, filledBy: 'secretariat',
          seenBy: { office: 'never', members: 'never', public: 'never' },
        },
      ],
    }],
  }],
  approvalLines: [{
    steps: [
      step('advised', 'adviser', 'section', true), step('managed', 'manager', 'section', false),
      step('advised-again', 'adviser', 'section', true), step('directed', 'director', 'department', false),
    ],
  }],
  stages: [
    { id: 'internal', name: named('庁内会議'), evaluator: 'meeting', fields: [{ id: 'direction', kind: 'text', label: named('方向性'), required: false }] },
    {
      id: 'committee', name: named('二次評価'), evaluator: 'committee',
      fields: [{ id: 'judgement', kind: 'text', label: named('委員会の意見'), required: true }],
      opinion: { fields: [{ id: 'effect', kind: 'text', label: named('有効性'), required: true }], seenBy: { office: 'concluded' } },
    },
    { id: 'mayor', name: named('市長決定'), evaluator: 'mayor', fields: [] },
  ],
};

const sectionAt = { own: 'promotion', another: 'childcare', line: 'childcare', committee: 'childcare', recused: 'childcare' } as const;
const relatedAt = { own: [], another: [], line: ['promotion'], committee: [], recused: [] } as const;

/** Of each place: one that everybody may look at, some to be used up, and some that get their sheet only in a story. */
const sheetsToUse = 49;
const stories = 7;
const sparesForAdding = 2;

function measures() {
  return places.flatMap((place) => Array.from({ length: 1 + sheetsToUse + stories + sparesForAdding }, (_, index) => ({
    number: `${place} ${index}`, parent: '1', level: 'measure', section: sectionAt[place], related: [...relatedAt[place]], name: named(`施策 ${place} ${index}`),
  })));
}

const indicatorOf = (place: Place) => ({
  node: `${place} 0`, number: '1', name: named('指標'), class: 'activity' as const, unit: '回', kind: 'annual' as const, direction: 'higher' as const,
  targets: [{ year: 2025, value: '14回' }],
});

/** What there is of a place. */
export interface OpenedPlace {
  /** One that everybody may look at. */
  readonly node: string;
  readonly indicator: string;
  /** With a sheet each, to be used up. */
  readonly nodes: string[];
  /** Without a sheet in this year, but with one in the year before. */
  readonly stories: string[];
  /** Without a sheet. */
  readonly spares: string[];
}

/** An office that was made for asking, in the middle of its year. */
export interface AccessOffice {
  readonly house: House;
  readonly office: Office<AccessPost>;
  readonly plan: string;
  readonly at: Readonly<Record<Place, OpenedPlace>>;
  readonly committees: Readonly<Record<'askers' | 'others', AccessCommittee>>;
  /** Nobody, where the public asks. */
  readonly person: (who: AccessPost | 'member' | 'chair' | 'public') => Person;
  readonly askerOf: (who: AccessWho) => Asker;
  /** Does it in that one's name, and throws when it is refused. */
  readonly does: <Body extends object>(who: AccessWho, command: CommandClass<Body>, stream: string, body: Body) => Promise<void>;
  readonly run: (command: AnyCommand) => Promise<Outcome>;
}

export async function openAccessOffice(house: House): Promise<AccessOffice> {
  const office = await house.foundAs<AccessPost>(municipality, founding);
  const run: AccessOffice['run'] = (command) => house.installation.runner.run(command);
  const members = new Map<AccessWho, Asker>();
  const askerOf: AccessOffice['askerOf'] = (who) => members.get(who) ?? askerIn(who as AccessPost);
  const does: AccessOffice['does'] = async (who, command, stream, body) => {
    const outcome = await run(new command(stream, { asker: askerOf(who), key: randomUUID() }, body));
    if (outcome.kind === 'rejected') throw new Error(`${who} was refused ${command.verb.name}: ${JSON.stringify(outcome)}`);
  };
  const { plan, at } = await draftPlan(house, does);
  const people = new Map((['member', 'chair'] as const).map((who) => [who as string, office.memberCalled(randomUUID(), `${who}さん`)]));
  people.set('public', new Person(house.url, municipality, 'nobody', ''));
  const sheets = places.flatMap((place) => [at[place].node, ...at[place].nodes, ...at[place].stories].map((node) => sheetId(year, node)));
  const appointed = async (committee: keyof typeof seats): Promise<AccessCommittee> => {
    const called = new Map(seats[committee].map((who) => [who, people.get(who)?.id ?? randomUUID()]));
    const founded = await openCommittee({ municipality, house, does, sheets }, called);
    for (const [who, asker] of founded.askers) members.set(who, asker);
    return founded.committee;
  };
  const opened = {
    house, office, plan, at, does, run, askerOf, person: (who: Parameters<AccessOffice['person']>[0]) => people.get(who) ?? office.at(who as AccessPost),
    committees: { askers: await appointed('askers'), others: await appointed('others') },
  };
  await openYears(opened);
  return opened;
}

async function draftPlan(house: House, does: AccessOffice['does']): Promise<Pick<AccessOffice, 'plan' | 'at'>> {
  const plan = randomUUID();
  await does('other-secretariat', AdoptScheme, schemeStream(municipality), scheme);
  await does('other-secretariat', DraftPlan, planStream(municipality, plan), {
    name: named('基本計画'), firstYear: 2020, lastYear: 2029,
    nodes: [{ number: '1', level: 'policy', section: 'promotion', name: named('政策') }, ...measures()],
    indicators: places.map(indicatorOf),
  });
  await does('other-secretariat', AdoptPlan, planStream(municipality, plan), { fromYear: 2020 });
  const { state } = await house.installation.states.fold(planDecider, planStream(municipality, plan));
  if (state.phase === 'absent') throw new Error('no plan');
  const nodesAt = (place: Place) => [...state.nodes.values()].filter(({ number }) => number.startsWith(`${place} `)).map(({ id }) => id);
  const openedAt = (place: Place): OpenedPlace => {
    const [node, ...others] = nodesAt(place) as [string, ...string[]];
    const indicator = [...state.indicators.values()].find((one) => one.node === node)?.id as string;
    return {
      node, indicator, nodes: others.slice(0, sheetsToUse), stories: others.slice(sheetsToUse, sheetsToUse + stories),
      spares: others.slice(sheetsToUse + stories),
    };
  };
  return { plan, at: Object.fromEntries(places.map((place) => [place, openedAt(place)])) as Record<Place, OpenedPlace> };
}

async function openYears({ house, plan, at, does }: Pick<AccessOffice, 'house' | 'plan' | 'at' | 'does'>): Promise<void> {
  const opens = async (of: number, nodes: readonly string[]): Promise<void> => {
    await does('other-secretariat', OpenCycle, cycleStream(municipality, of), {
      year: of, aboutYear: of - 1, plans: [plan], periods: { submission: '2999-03-31' }, choose: { nodes },
    });
    for (const node of nodes) await isOpen(house, sheetStream(municipality, sheetId(of, node)));
  };
  await opens(year - 1, places.flatMap((place) => [at[place].node, ...at[place].stories]));
  await opens(year, places.flatMap((place) => [at[place].node, ...at[place].nodes]));
}

/** A to-do loop opens it, some time after it was asked for. */
export async function isOpen({ installation: { states } }: House, sheet: string): Promise<void> {
  for (let attempt = 0; attempt < 500; attempt++) {
    if ((await states.fold(sheetDecider, sheet)).state.phase !== 'absent') return;
    await new Promise((resolve) => { setTimeout(resolve, 10); });
  }
  throw new Error(`waited in vain for ${sheet}`);
}
