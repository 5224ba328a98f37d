import { beforeEach, describe, expect, it } from '@jest/globals';
import { AdoptPlan, ChangeTarget, DraftIndicators, DraftNodes, DraftPlan, PrunePlan } from './commands.ts';
import type { ChangeTarget as ChangeTargetBody } from './domain/change-target.ts';
import { planStream, type Plan } from './domain/plan.ts';
import { GivenPlans, sheetsThere, staff } from './testing/given-plans.ts';

const name = { ja: '基本計画', en: 'Basic plan' };
const policy = { number: '1', level: 'policy', name, section: 'promotion' };
const measure = { number: '1-①', parent: '1', level: 'measure', name, section: 'promotion', related: ['childcare'], texts: { purpose: '広げる' } };
const indicator = {
  node: '1-①', name, class: 'outcome', unit: '社', kind: 'annual', direction: 'higher', targets: [{ year: 2026, value: '30社' }],
} as const;
const plan = { name, firstYear: 2025, lastYear: 2030 };
const stream = planStream('mihon', 'one');

let given: GivenPlans;
beforeEach(async () => { given = await new GivenPlans().founded(); });

function idsOf(state: Plan): { readonly nodes: readonly string[]; readonly indicators: readonly string[] } {
  return state.phase === 'absent' ? { nodes: [], indicators: [] } : { nodes: [...state.nodes.keys()], indicators: [...state.indicators.keys()] };
}

describe('a plan', () => {
  it('is drafted at once, or piece by piece over several deeds, and adopted', async () => {
    const whole = await given.done(DraftPlan, 'whole', { ...plan, nodes: [policy, measure], indicators: [indicator] });
    await given.done(DraftPlan, 'one', plan);
    await given.done(DraftNodes, 'one', { nodes: [policy] });
    await given.done(DraftNodes, 'one', { nodes: [measure, { ...measure, number: '1-②' }] });
    const drafted = await given.done(DraftIndicators, 'one', { indicators: [indicator] });
    const pruned = await given.done(PrunePlan, 'one', { nodes: [idsOf(drafted).nodes[2] as string] });
    expect(idsOf(pruned).nodes).toHaveLength(2);
    expect(idsOf(whole)).not.toEqual(idsOf(pruned));
    expect(await given.done(AdoptPlan, 'one', { fromYear: 2025 })).toMatchObject({ phase: 'adopted', planVersion: 1, versions: [{ revision: 5 }] });
    const [adopted] = await given.store.readStream(stream, { fromRevision: 5 });
    expect(adopted?.payload).toMatchObject({ planVersion: 1, fromYear: 2025, schemeRevision: 0, municipalityRevision: 0 });
  });

  it('is not drafted where there is no scheme, or by anybody else than the secretariat', async () => {
    expect(await new GivenPlans().run(DraftPlan, stream, plan)).toMatchObject({ code: 'scheme-missing' });
    expect(await given.run(DraftPlan, stream, plan, staff)).toMatchObject({ code: 'not-allowed' });
  });

  it('serves nodes of upper plans that are adopted', async () => {
    const upper = idsOf(await given.done(DraftPlan, 'upper', { ...plan, nodes: [policy] })).nodes[0] as string;
    const serving = { ...plan, nodes: [{ ...policy, upper: [{ plan: 'upper', node: upper }] }] };
    expect(await given.run(DraftPlan, stream, serving)).toMatchObject({ code: 'plan-faulty', details: { faults: [{ path: 'nodes[0].upper[0]' }] } });
    await given.done(AdoptPlan, 'upper', { fromYear: 2025 });
    await given.done(DraftPlan, 'one', serving);
    await given.done(AdoptPlan, 'one', { fromYear: 2026 });
  });

  it('serves no more upper plans than can be looked at', async () => {
    const upper = Array.from({ length: 51 }, (_, index) => ({ plan: `upper-${index}`, node: 'node' }));
    expect(await given.run(DraftPlan, stream, { ...plan, nodes: [{ ...policy, upper }] }))
      .toMatchObject({ code: 'plan-faulty', details: { faults: [{ path: 'nodes' }] } });
  });

  it('of three thousand indicators is drafted over a few deeds', async () => {
    const nodes = [policy, ...Array.from({ length: 999 }, (_, index) => ({ ...measure, number: `1-${index}` }))];
    await given.done(DraftPlan, 'one', { ...plan, nodes });
    const many = (from: number) => Array.from({ length: 1_000 }, (_, index) =>
      ({ ...indicator, node: `1-${index % 999}`, number: String(from + index) }));
    for (const from of [0, 1_000, 2_000]) await given.done(DraftIndicators, 'one', { indicators: many(from) });
    expect(idsOf(await given.done(AdoptPlan, 'one', { fromYear: 2025 })).indicators).toHaveLength(3_000);
  });
});

describe('a target', () => {
  const change: Omit<ChangeTargetBody, 'indicator'> = { year: 2026, value: '45社', reason: 'result-exceeded', text: '前倒しで達成したため。' };
  let changing: ChangeTargetBody;
  beforeEach(async () => {
    const state = await given.done(DraftPlan, 'one', { ...plan, nodes: [policy, measure], indicators: [indicator] });
    await given.done(AdoptPlan, 'one', { fromYear: 2025 });
    changing = { ...change, indicator: idsOf(state).indicators[0] as string };
  });

  it('is changed on evidence that is there and that the asker may see', async () => {
    const gone = { sheet: '2025-gone', revision: 4 };
    const later = { sheet: '2025-there', revision: 5 };
    expect(await given.run(ChangeTarget, stream, { ...changing, evidence: [...sheetsThere, gone, later] }))
      .toMatchObject({ code: 'evidence-missing', details: { evidence: [gone, later] } });
    expect(await given.done(ChangeTarget, 'one', { ...changing, evidence: sheetsThere }))
      .toMatchObject({ planVersion: 1, targetChanges: [{ year: 2026, reason: 'result-exceeded', evidence: sheetsThere }] });
  });

  it('needs no evidence, and nobody who answers for it', async () => {
    await given.done(ChangeTarget, 'one', changing);
    const alone = await new GivenPlans([]).founded();
    const state = await alone.done(DraftPlan, 'one', { ...plan, nodes: [policy, measure], indicators: [indicator] });
    await alone.done(AdoptPlan, 'one', { fromYear: 2025 });
    await alone.done(ChangeTarget, 'one', { ...change, indicator: idsOf(state).indicators[0] as string });
  });

  it('is not for staff to change', async () => {
    expect(await given.run(ChangeTarget, stream, { ...changing, evidence: sheetsThere }, staff)).toMatchObject({ code: 'not-allowed' });
  });
});
