import { OpenCycle, RecordRefusal } from '../libs/cycle/commands.ts';
import { cycleStream } from '../libs/cycle/domain/cycle.ts';
import { ApproveFirstEvaluation, OpenSheet, SaveFields, SendFirstEvaluationBack, SubmitFirstEvaluation } from '../libs/evaluation/commands.ts';
import { sheetId, sheetStream } from '../libs/evaluation/domain/sheet.ts';
import type { StoredEvent } from '../libs/event-store/event-store.ts';
import type { Instant } from '../libs/kernel/clock.ts';
import { FoundMunicipality } from '../libs/municipality/commands.ts';
import type { PostRole } from '../libs/municipality/domain/municipality.events.ts';
import { municipalityStream } from '../libs/municipality/domain/municipality.ts';
import { operatorAsker, systemAsker, type Asker } from '../libs/platform/access/asker.ts';
import { deriveUuid } from '../libs/platform/commands/command-id.ts';
import type { CommandClass } from '../libs/platform/commands/verb.ts';
import type { Installation } from '../libs/platform/installation.ts';
import { AdoptPlan } from '../libs/plan/commands.ts';
import { planStream } from '../libs/plan/domain/plan.ts';
import { AdoptScheme } from '../libs/scheme/commands.ts';
import { schemeStream } from '../libs/scheme/domain/scheme.ts';

/**
 * One small year in which every type of event occurs. It never changes: what it wrote when a version of an event was new
 * lies beside that event for ever, and what it writes today must be the same.
 */
export async function liveGoldenYear(installation: Installation, setClock: (now: Instant) => void): Promise<readonly StoredEvent[]> {
  const deed = async <Body extends object>(name: string, asker: Asker, command: CommandClass<Body>, stream: string, body: Body): Promise<void> => {
    setClock(`2026-04-${String(++day).padStart(2, '0')}T00:30:00.000Z`);
    const outcome = await installation.runner.run(new command(stream, { asker, key: deriveUuid(origin, name) }, body));
    if (outcome.kind === 'rejected') throw new Error(`the golden year could not ${name}: ${JSON.stringify(outcome)}`);
  };
  let day = 0;
  const system = systemAsker(municipality, 'open-sheets');
  await deed('found', operatorAsker(municipality), FoundMunicipality, municipalityStream(municipality), office);
  await deed('adopt a scheme', askerAs('secretariat'), AdoptScheme, schemeStream(municipality), scheme);
  const planId = deriveUuid(origin, 'plan');
  await deed('adopt a plan', askerAs('secretariat'), AdoptPlan, planStream(municipality, planId), plan);
  const nodeIds = await nodesOf(installation, planStream(municipality, planId));
  const cycle = { year: 2026, aboutYear: 2025, plan: planId, submissionDeadline: '2026-04-08', nodes: [nodeIds[1] as string] };
  await deed('open a cycle', askerAs('secretariat'), OpenCycle, cycleStream(municipality, 2026), cycle);
  const node = nodeIds[1] as string;
  const sheet = sheetStream(municipality, sheetId(2026, node));
  await deed('open a sheet', system, OpenSheet, sheet, { year: 2026, node });
  await deed('note a refusal', system, RecordRefusal, cycleStream(municipality, 2026), { node: nodeIds[0] as string, code: 'node-missing' });
  await deed('save', askerAs('staff'), SaveFields, sheet, { basedOn: 0, fields: { attainment: 'a', result: '14回', reason: '途中' } });
  await deed('submit', askerAs('staff'), SubmitFirstEvaluation, sheet, {});
  await deed('send back', askerAs('approver'), SendFirstEvaluationBack, sheet, {
    reason: '根拠を記入してください。', comments: [{ field: 'result', comment: '出典は？' }],
  });
  await deed('save again', askerAs('staff'), SaveFields, sheet, {
    basedOn: 3, fields: { attainment: 'b', result: '延べ５，６５３社（見込）', reason: null, direction: '続ける。🌸' },
  });
  await deed('submit late', askerAs('staff'), SubmitFirstEvaluation, sheet, {});
  await deed('approve', askerAs('approver'), ApproveFirstEvaluation, sheet, { basedOn: 5 });
  return installation.store.readLog({ limit: 100 });
}

async function nodesOf(installation: Installation, stream: string): Promise<readonly string[]> {
  const [adopted] = await installation.store.readStream(stream);
  if (adopted === undefined) throw new Error('the plan of the golden year was not adopted');
  return (adopted.payload['nodes'] as { id: string }[]).map(({ id }) => id);
}

const municipality = 'mihon';
const origin = '0196d0a0-0000-7000-8000-000000000001';
const both = (ja: string, en: string) => ({ ja, en });

function personIn(role: PostRole): string {
  return deriveUuid(origin, 'person', role);
}

function askerAs(role: 'secretariat' | 'staff' | 'approver'): Asker {
  return {
    municipality, actor: personIn(role), appointment: `${role}-holder`, post: role, role, section: 'promotion', department: 'industry',
  };
}

const roles = ['staff', 'approver', 'secretariat', 'auditor', 'admin'] as const;

const office = {
  name: both('みほん市（架空）', 'Mihon City (fictitious)'),
  demonstration: true,
  departments: [{ id: 'industry', name: both('産業部', 'Industry Department') }],
  sections: [{ id: 'promotion', department: 'industry', name: both('産業振興課', 'Industrial Promotion Section') }],
  posts: roles.map((role) => ({ id: role, section: 'promotion', role, title: both(`産業振興課 ${role}`, `Promotion, ${role}`) })),
  appointments: roles.map((role) => ({ id: `${role}-holder`, post: role, person: personIn(role) })),
};

const scheme = {
  levels: [{ id: 'policy', name: both('政策', 'Policy') }, { id: 'measure', name: both('施策', 'Measure') }],
  scales: [{
    id: 'attainment', name: both('達成度', 'Attainment'),
    grades: [{ id: 'a', label: both('A（達成）', 'A (attained)') }, { id: 'b', label: both('B（概ね達成）', 'B (mostly attained)') }],
  }],
  sheetTypes: [{
    id: 'measure-sheet', name: both('施策評価シート', 'Measure evaluation sheet'), level: 'measure',
    fields: [
      { id: 'attainment', kind: 'rating' as const, scale: 'attainment', label: both('施策の達成度', 'Attainment'), required: true },
      { id: 'result', kind: 'value' as const, label: both('成果指標の実績', 'Result'), required: true },
      { id: 'reason', kind: 'text' as const, label: both('評価の理由', 'Reason'), required: false },
      { id: 'direction', kind: 'text' as const, label: both('今後の方向性', 'Direction'), required: false, longestLength: 800 },
    ],
  }],
};

const plan = {
  name: both('みほん市基本計画', 'Mihon City Basic Plan'),
  nodes: [
    { number: '1', level: 'policy', section: 'promotion', name: both('活力ある産業のまち', 'A town of lively industries') },
    { number: '1-①', parent: '1', level: 'measure', section: 'promotion', name: both('販路開拓・販売促進支援', 'Opening new markets') },
  ],
};
