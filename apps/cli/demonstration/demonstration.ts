import { setTimeout } from 'node:timers/promises';
import { OpenCycle } from '../../../libs/cycle/commands.ts';
import { cycleStream } from '../../../libs/cycle/domain/cycle.ts';
import { ApproveFirstEvaluation, SaveFields, SendFirstEvaluationBack, SubmitFirstEvaluation } from '../../../libs/evaluation/commands.ts';
import { sheetId, sheetDecider, sheetStream } from '../../../libs/evaluation/domain/sheet.ts';
import type { EventStore } from '../../../libs/event-store/event-store.ts';
import type { Instant } from '../../../libs/kernel/clock.ts';
import { fiscalYearAt } from '../../../libs/kernel/fiscal-year.ts';
import { FoundMunicipality } from '../../../libs/municipality/commands.ts';
import { municipalityStream } from '../../../libs/municipality/domain/municipality.ts';
import { People } from '../../../libs/municipality/people.ts';
import { operatorAsker, type Asker } from '../../../libs/platform/access/asker.ts';
import type { CommandClass } from '../../../libs/platform/commands/verb.ts';
import type { Installation } from '../../../libs/platform/installation.ts';
import { AdoptPlan } from '../../../libs/plan/commands.ts';
import { planDecider, planStream } from '../../../libs/plan/domain/plan.ts';
import { AdoptScheme } from '../../../libs/scheme/commands.ts';
import { schemeStream } from '../../../libs/scheme/domain/scheme.ts';
import { CannotDo } from '../one-line.ts';
import { demonstrationId, municipality, office, personOf, plan, posts, scheme } from './office.ts';

const daysUntilDeadline = 30;
const msPerDay = 86_400_000;
const msAheadInJapan = 9 * 3_600_000;
const patienceMs = 30_000;

/**
 * みほん市（架空）, made by real commands, in a log that holds nothing else. Each has a key of its own that never changes,
 * so a start that was cut off is taken up where it ended, and a later start finds everything done.
 */
export async function found(installation: Installation): Promise<void> {
  const { store } = installation;
  await refuseForeignLog(store);
  const deeds = new Deeds(installation);
  await deeds.do('found', operatorAsker(municipality), FoundMunicipality, municipalityStream(municipality), office);
  const people = new People(installation.privateStore);
  for (const { id, title } of posts) people.name(municipality, personOf(id), title.ja);

  const [founding] = await store.readStream(municipalityStream(municipality), { limit: 1 });
  if (founding === undefined) throw new Error('the demonstration was not founded');
  const secretariat = askerAt('secretariat');
  const planId = demonstrationId('plan');
  await deeds.do('scheme', secretariat, AdoptScheme, schemeStream(municipality), scheme);
  await deeds.do('plan', secretariat, AdoptPlan, planStream(municipality, planId), plan);
  await openCycle(installation, deeds, planId, founding.header.recordedAt);
}

/** What is written can never be taken back, so a demonstration is never founded beside somebody's real records. */
async function refuseForeignLog(store: EventStore): Promise<void> {
  const [first] = await store.readLog({ limit: 1 });
  if (first === undefined || (first.header.stream === municipalityStream(municipality) && first.payload['demonstration'] === true)) return;
  throw new CannotDo('this log holds real records: a demonstration is founded only where there is nothing yet');
}

/** The year that runs when the demonstration is founded, about the year before; every measure gets a sheet. */
async function openCycle(installation: Installation, deeds: Deeds, planId: string, foundedAt: Instant): Promise<void> {
  const year = fiscalYearAt(foundedAt);
  const { state } = await installation.states.fold(planDecider, planStream(municipality, planId));
  if (state.phase === 'absent') throw new Error('the plan of the demonstration was not adopted');
  const measures = state.nodes.filter((node) => node.level === 'measure');
  await deeds.do('cycle', askerAt('secretariat'), OpenCycle, cycleStream(municipality, year), {
    year, aboutYear: year - 1, plan: planId, submissionDeadline: dayAfter(foundedAt, daysUntilDeadline), nodes: measures.map(({ id }) => id),
  });
  await installation.start();
  for (const { id, number, section } of measures) {
    const stream = sheetStream(municipality, sheetId(year, id));
    await deeds.until(stream);
    await evaluate(deeds, stream, number, section);
  }
}

/** Each sheet is left in another phase. */
async function evaluate(deeds: Deeds, stream: string, number: string, section: string): Promise<void> {
  const staff = askerAt(`${section}-staff`);
  const approver = askerAt(`${section}-approver`);
  const fields = answers[number];
  if (fields === undefined) return;
  await deeds.do(`${number} save`, staff, SaveFields, stream, { basedOn: 0, fields });
  if (number === '1-3') return;
  await deeds.do(`${number} submit`, staff, SubmitFirstEvaluation, stream, {});
  if (number === '1-1') await deeds.do(`${number} approve`, approver, ApproveFirstEvaluation, stream, { basedOn: 2 });
  if (number === '2-1') {
    await deeds.do(`${number} send back`, approver, SendFirstEvaluationBack, stream, {
      reason: '実績の算定根拠を「評価の理由」欄に追記してください。',
      comments: [{ field: 'result', comment: '年度末時点の数値でしょうか。' }],
    });
  }
}

const answers: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '1-1': {
    attainment: 'b', result: '14回', settled: '1,886,543',
    reason: '展示会への出展支援と商談会の開催は計画どおり実施し、参加事業者から一定の評価を得た。',
    direction: '海外展示会は成果につながりにくいため、支援の対象と方法を見直す。',
  },
  '1-2': {
    attainment: 'a', result: '延べ5,653社', settled: '1,804,643',
    reason: '経営相談の利用が増え、支援した事業者の数が目標を上回った。',
  },
  '1-3': { result: '3件' },
  '2-1': { attainment: 'b', result: '97.8％', reason: '入所を希望する世帯の多くが利用できた。' },
};

function askerAt(post: string): Asker {
  const held = posts.find((one) => one.id === post);
  const section = office.sections.find((one) => one.id === held?.section);
  if (held === undefined || section === undefined) throw new Error(`the demonstration has no post ${post}`);
  return {
    municipality, actor: personOf(post), appointment: `${post}-holder`, post, role: held.role,
    section: section.id, department: section.department,
  };
}

/** Does things in the name of the demonstration's people, each under a key that says what it is. */
class Deeds {
  constructor(private readonly installation: Installation) {}

  async do<Body extends object>(name: string, asker: Asker, command: CommandClass<Body>, stream: string, body: Body): Promise<void> {
    const outcome = await this.installation.runner.run(new command(stream, { asker, key: demonstrationId('deed', name) }, body));
    // An earlier release did it in other words, and those stand.
    if (outcome.kind === 'done' || outcome.code === 'key-used-for-another-body') return;
    throw new CannotDo(`the demonstration could not be founded (${name}: ${outcome.code})`);
  }

  /** The sheets of a cycle are opened by a to-do loop; this one is there when its stream is. */
  async until(stream: string): Promise<void> {
    for (const since = performance.now(); performance.now() - since < patienceMs; await setTimeout(20)) {
      const { state } = await this.installation.states.fold(sheetDecider, stream);
      if (state.phase !== 'absent') return;
    }
    throw new CannotDo(`the demonstration waited in vain for ${stream}`);
  }
}

/** A calendar day in Japan. */
function dayAfter(instant: Instant, days: number): string {
  return new Date(Date.parse(instant) + msAheadInJapan + days * msPerDay).toISOString().slice(0, 10);
}
