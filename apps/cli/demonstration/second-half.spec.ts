import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { committeeDecider } from '../../../libs/committee/domain/committee.ts';
import { newDirectory } from '../../../libs/event-store/contract/given-directory.ts';
import type { StoredEvent } from '../../../libs/event-store/event-store.ts';
import { cycleDecider, cycleStream } from '../../../libs/cycle/domain/cycle.ts';
import { recommendationDecider, type AdoptedRecommendation } from '../../../libs/evaluation/domain/recommendations/recommendation.ts';
import type { OpenedSheet } from '../../../libs/evaluation/domain/sheet.ts';
import { planDecider, type AdoptedPlan } from '../../../libs/plan/domain/plan.ts';
import { contentsAt } from '../../../libs/plan/domain/plan-at.ts';
import type { Installation } from '../../../libs/platform/installation.ts';
import { foundingMs, installationIn, logOf, sheetsOf } from '../testing/given-demonstration.ts';
import { found } from './demonstration.ts';
import { municipality, ofCommittee, ofPlan } from './office.ts';

jest.setTimeout(foundingMs);

const running = 2026;
let directory: ReturnType<typeof newDirectory>;
let installation: Installation;
let log: readonly StoredEvent[];
let sheets: readonly OpenedSheet[];
let plan: AdoptedPlan;

beforeAll(async () => {
  directory = newDirectory();
  installation = installationIn(directory, '2026-11-21T03:00:00.000Z');
  await found(installation);
  log = await logOf(installation.store);
  sheets = await sheetsOf(installation);
  plan = (await installation.states.fold(planDecider, ofPlan)).state as AdoptedPlan;
});
afterAll(async () => {
  await installation.stop();
  directory.remove();
});

const numberOf = ({ node }: OpenedSheet) => plan.nodes.get(node)?.number ?? '';
const payloads = (type: string) => log.filter(({ header }) => header.type === type).map(({ payload }) => payload);
const gradeOf = ({ fields }: OpenedSheet) => (fields['attainment']?.content as { grade: string } | undefined)?.grade;

async function cycleOf(year: number) {
  const { state } = await installation.states.fold(cycleDecider, cycleStream(municipality, year));
  if (state.phase === 'absent') throw new Error(`no cycle of ${year}`);
  return state;
}

async function recommendations(): Promise<readonly AdoptedRecommendation[]> {
  const streams = log.filter(({ header }) => header.type === 'RecommendationAdopted').map(({ header }) => header.stream);
  const folded = await Promise.all(streams.map((stream) => installation.states.fold(recommendationDecider, stream)));
  return folded.map(({ state }) => state as AdoptedRecommendation);
}

describe('the years of the demonstration that are over', () => {
  it('have every measure that did not reach its goal before the committee, and one that went beyond it', () => {
    const measures = sheets.filter((sheet) => sheet.year < running && numberOf(sheet).includes('-'));
    const went = measures.filter(({ works }) => works['committee']?.result !== undefined);
    expect(went.filter((sheet) => gradeOf(sheet) === 'a').map(numberOf)).toEqual(['1-2']);
    expect(measures.filter((sheet) => !went.includes(sheet)).map(gradeOf)).not.toContain('b');
    expect(measures.filter((sheet) => !went.includes(sheet)).map(gradeOf)).not.toContain('c');
    const skipping = payloads('SheetFinalised').filter(({ skipped }) => (skipped as readonly string[]).length > 0);
    expect(skipping.map(({ reason }) => typeof reason)).toEqual(skipping.map(() => 'string'));
  });

  it('count nobody who kept out of a sheet, and have a dissent, an opinion on paper and conclusions of a sub-group', () => {
    for (const { works: { committee: work } } of sheets.filter(({ year }) => year < running)) {
      const { result } = work ?? {};
      if (result?.by !== 'committee') continue;
      const recused = work?.recused.map(({ member }) => member) ?? [];
      expect([...result.counted, ...result.opinions].filter((member) => recused.includes(member))).toEqual([]);
    }
    expect(payloads('OpinionEntered').map(({ way }) => way)).toContain('paper');
    expect(payloads('SecondEvaluationConcluded').flatMap(({ dissents }) => dissents)).toHaveLength(3);
    expect(payloads('ConclusionConfirmed')).toHaveLength(5);
  });

  it('were published in three steps, the first year with a correction', async () => {
    const editions = async (year: number) => (await cycleOf(year)).editions.map(({ step, corrects }) => [step, corrects]);
    const steps = [['committee', undefined], ['council', undefined], ['public', undefined]];
    expect(await editions(running - 2)).toEqual([...steps, ['public', 3]]);
    expect(await editions(running - 1)).toEqual(steps);
  });

  it('left recommendations in every phase, those of the first year all answered, and a general one in each year', async () => {
    const all = await recommendations();
    expect(new Set(all.map(({ phase }) => phase))).toEqual(new Set(['answering', 'on-line', 'answered', 'closed']));
    expect(new Set(all.filter(({ year }) => year === running - 2).map(({ phase }) => phase))).toEqual(new Set(['answered', 'closed']));
    expect(all.filter(({ sheet }) => sheet === undefined).map(({ year }) => year)).toEqual([running - 2, running - 1]);
  });

  it('led to a plan that was revised on evidence before the running year was opened', async () => {
    const [revised] = plan.planRevisions;
    const made = [...revised?.proposals.values() ?? []];
    expect(made.map(({ change, outcome }) => [change.kind, outcome.kind])).toEqual([
      ['change-target', 'taken'], ['change-target', 'taken'], ['add-node', 'taken'], ['rename-node', 'taken'], ['replace-indicator', 'taken'],
      ['change-target', 'declined'],
    ]);
    expect(made.every(({ evidence }) => evidence.length > 0)).toBe(true);
    expect(made.flatMap(({ evidence }) => evidence).filter((one) => 'recommendation' in one)).toHaveLength(4);
    expect((await cycleOf(running)).plans.map(({ planVersion }) => planVersion)).toEqual([2]);
    const added = [...plan.nodes.keys()].filter((id) => !contentsAt(plan, 0).nodes.has(id));
    expect(added.map((id) => plan.nodes.get(id)?.number)).toEqual(['3-1-3']);
  });
});

describe('the running year of the demonstration', () => {
  const sheet = (number: string) => sheets.find((one) => one.year === running && numberOf(one) === number);

  it('has its figures at the indicators of the revised plan', () => {
    const { from, to: [to = ''] = [] } = plan.lineage.find(({ kind }) => kind === 'replaced') ?? {};
    const fields = sheet('5-2')?.fields ?? {};
    expect(Object.keys(fields)).toContain(`indicators/${to}/actual`);
    expect(Object.keys(fields)).not.toContain(`indicators/${from}/actual`);
  });

  it('has something before the committee for everybody: a question, an answer on its line, an opinion, a draft, a meeting to come', async () => {
    const [first, second] = ['1-1', '5-2'].map((number) => sheet(number)?.works['committee']);
    expect(Object.values(first?.questions ?? {}).map(({ answer }) => answer)).toEqual([undefined]);
    expect(Object.values(second?.questions ?? {}).map(({ answer }) => answer?.isTold)).toEqual([false]);
    expect(Object.values(second?.opinions ?? {})).toHaveLength(1);
    expect([first?.draft === undefined, second?.draft === undefined]).toEqual([true, false]);
    const { state: committee } = await installation.states.fold(committeeDecider, ofCommittee);
    const last = committee.phase === 'founded' ? Object.values(committee.meetings).at(-1) : undefined;
    expect([last?.held, (last?.on ?? '') > '2026-11-21']).toEqual([undefined, true]);
  });
});
