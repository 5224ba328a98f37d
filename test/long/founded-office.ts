import { openEngines } from '../../apps/api/engines.ts';
import { OpenCycle } from '../../libs/cycle/commands.ts';
import { cycleStream } from '../../libs/cycle/domain/cycle.ts';
import { sheetId } from '../../libs/evaluation/domain/sheet.ts';
import { FoundMunicipality } from '../../libs/municipality/commands.ts';
import { municipalityStream } from '../../libs/municipality/domain/municipality.ts';
import type { PostRole } from '../../libs/municipality/domain/municipality.events.ts';
import { People } from '../../libs/municipality/people.ts';
import { operatorAsker, type Asker } from '../../libs/platform/access/asker.ts';
import { deriveUuid } from '../../libs/platform/commands/command-id.ts';
import type { CommandClass } from '../../libs/platform/commands/verb.ts';
import type { Installation } from '../../libs/platform/installation.ts';
import { readSettings } from '../../libs/platform/settings.ts';
import { AdoptPlan } from '../../libs/plan/commands.ts';
import { planDecider, planStream } from '../../libs/plan/domain/plan.ts';
import { AdoptScheme } from '../../libs/scheme/commands.ts';
import { schemeStream } from '../../libs/scheme/domain/scheme.ts';

export const municipality = 'mihon';
export const year = 2026;
export const textFields = ['opinion', 'result', 'problem', 'direction', 'remark', 'reason'] as const;

export interface Member {
  readonly person: string;
  readonly role: PostRole;
  readonly section: string;
  readonly token: string;
}

/** An office in a data directory that no server has opened yet. */
export interface FoundedOffice {
  readonly members: readonly Member[];
  /** Of the year's sheets, by the section whose they are. */
  readonly sheets: Readonly<Record<string, readonly string[]>>;
  readonly plan: string;
  readonly nodes: readonly string[];
}

export interface OfficeSize {
  readonly sections: number;
  readonly staffOfSection: number;
  readonly measuresOfSection: number;
  /** False leaves the opening of the year to whoever looks on. */
  readonly opensYear: boolean;
}

const origin = '6d656775-7269-4000-8000-000000000001';
const plan = deriveUuid(origin, 'plan');
const named = (word: string) => ({ ja: word, en: word });

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
  const sections = Array.from({ length: size.sections }, (_, index) => `section-${index}`);
  const posts = postsOf(sections, size.staffOfSection);
  await run(installation, operatorAsker(municipality), FoundMunicipality, municipalityStream(municipality), {
    name: named('みほん市'), demonstration: false,
    departments: [{ id: 'department', name: named('部') }],
    sections: sections.map((id) => ({ id, department: 'department', name: named(id) })),
    posts: posts.map((post) => ({ ...post, title: named(post.id) })),
    appointments: posts.map(({ id }) => ({ id: `${id}-holder`, post: id, person: personOf(id) })),
  });
  const secretariat: Asker = { municipality, actor: personOf('secretariat'), role: 'secretariat' };
  await run(installation, secretariat, AdoptScheme, schemeStream(municipality), scheme);
  await run(installation, secretariat, AdoptPlan, planStream(municipality, plan), {
    name: named('計画'),
    nodes: sections.flatMap((section, number) => Array.from({ length: size.measuresOfSection }, (_, index) => (
      { number: `${number}-${index}`, level: 'measure', name: named(`施策 ${number}-${index}`), section }))),
  });
  const { state } = await installation.states.fold(planDecider, planStream(municipality, plan));
  if (state.phase === 'absent') throw new Error('the plan was not adopted');
  const { nodes } = state;
  if (size.opensYear) await run(installation, secretariat, OpenCycle, cycleStream(municipality, year), yearOf(nodes.map(({ id }) => id)));
  const people = new People(installation.privateStore);
  return {
    members: posts.map(({ id, role, section }) =>
      ({ person: personOf(id), role, section, token: people.addToken(municipality, personOf(id), 'long') })),
    sheets: Object.fromEntries(sections.map((section) =>
      [section, nodes.filter((node) => node.section === section).map(({ id }) => sheetId(year, id))])),
    plan,
    nodes: nodes.map(({ id }) => id),
  };
}

export function yearOf(nodes: readonly string[], which = year) {
  return { year: which, aboutYear: which - 1, plan, submissionDeadline: '2999-03-31', nodes };
}

function postsOf(sections: readonly string[], staffOfSection: number) {
  const post = (id: string, role: PostRole, section: string) => ({ id, role, section });
  return [
    ...sections.flatMap((section) => [
      ...Array.from({ length: staffOfSection }, (_, index) => post(`${section}-staff-${index}`, 'staff', section)),
      post(`${section}-approver`, 'approver', section),
    ]),
    post('secretariat', 'secretariat', 'section-0'),
    post('auditor', 'auditor', 'section-0'),
    post('admin', 'admin', 'section-0'),
  ];
}

function personOf(post: string): string {
  return deriveUuid(origin, 'person', post);
}

/** Nothing is required, so a sheet may be submitted at any moment. */
const scheme = {
  levels: [{ id: 'measure', name: named('施策') }],
  scales: [{ id: 'attainment', name: named('達成度'), grades: [{ id: 'a', label: named('A') }, { id: 'b', label: named('B') }] }],
  sheetTypes: [{
    id: 'measure-sheet', name: named('シート'), level: 'measure',
    fields: [
      ...textFields.map((id) => ({ id, kind: 'text' as const, label: named(id), required: false })),
      { id: 'attainment', kind: 'rating' as const, scale: 'attainment', label: named('達成度'), required: false },
      { id: 'settled', kind: 'value' as const, label: named('決算額'), required: false },
    ],
  }],
};

async function run<Body extends object>(
  installation: Installation, asker: Asker, command: CommandClass<Body>, stream: string, body: Body,
): Promise<void> {
  const outcome = await installation.runner.run(new command(stream, { asker, key: deriveUuid(origin, stream) }, body));
  if (outcome.kind === 'rejected') throw new Error(`${command.verb.name}: ${JSON.stringify(outcome)}`);
}
