import { beforeEach, describe, expect, it } from '@jest/globals';
import { AdoptPlan, ChangeTarget, DraftPlan } from '../commands.ts';
import { GivenPlans, secretariat, sheetsThere, staff } from '../testing/given-plans.ts';
import { ListPlanVersions, ReadIndicator, ReadPlan, ReadPlanVersion } from './read-plan.ts';

const name = { ja: '基本計画', en: 'Basic plan' };
const policy = (number: string) => ({ number, level: 'policy', name, section: 'promotion' });
const measure = (number: string, parent: string) => ({ ...policy(number), parent, level: 'measure', related: ['childcare'] });
const plan = {
  name, firstYear: 2025, lastYear: 2030,
  nodes: [policy('1'), policy('2'), measure('2-①', '2'), measure('1-①', '1')],
  indicators: [{
    node: '1-①', name, class: 'outcome', unit: '社', kind: 'annual', direction: 'higher', targets: [{ year: 2026, value: '30社' }],
  }] as const,
};
const by = { id: 'person-1', name: 'person-1さん' };
const at = '2026-05-20T01:00:00.000Z';

let given: GivenPlans;
let indicator: string;
beforeEach(async () => {
  given = await new GivenPlans().founded();
  const state = await given.done(DraftPlan, 'one', plan);
  indicator = state.phase === 'absent' ? '' : [...state.indicators.keys()][0] as string;
});

async function adopted(): Promise<void> {
  await given.done(AdoptPlan, 'one', { fromYear: 2025 });
  await given.done(ChangeTarget, 'one', { indicator, year: 2026, value: '45社', reason: 'correction', text: '訂正', evidence: sheetsThere });
}

describe('a plan that is read', () => {
  it('is a tree as on paper, with the names of those who own it', async () => {
    const read = await given.answer(ReadPlan, { plan: 'one' }) as { nodes: { number: string }[] };
    expect(read).toMatchObject({
      id: 'one', revision: 2, phase: 'draft', name, firstYear: 2025, lastYear: 2030, targetChanges: [],
      sections: [{ id: 'promotion', name: { ja: 'promotion課' } }, { id: 'childcare', name: { ja: 'childcare課' } }],
      indicators: [{ id: indicator, unit: '社', targets: [{ year: 2026, value: { typed: '30社' } }] }],
    });
    expect(read.nodes.map(({ number }) => number)).toEqual(['1', '1-①', '2', '2-①']);
    expect(read).not.toHaveProperty('planVersion');
  });

  it('says once it is adopted which version holds, and every change of a target since', async () => {
    await adopted();
    expect(await given.answer(ReadPlan, { plan: 'one' }, secretariat)).toMatchObject({
      revision: 4, phase: 'adopted', planVersion: 1, fromYear: 2025, indicators: [{ targets: [{ value: { typed: '45社' } }] }],
      targetChanges: [{ indicator, year: 2026, old: { typed: '30社' }, new: { typed: '45社' }, reason: 'correction', evidence: sheetsThere, evidenceWithheld: 0, by, at, revision: 4 }],
    });
    expect(await given.answer(ReadPlan, { plan: 'one' }, staff)).toMatchObject({ targetChanges: [{ text: '訂正', evidence: [], evidenceWithheld: 1 }] });
  });

  it('has versions, each as it was adopted', async () => {
    expect(await given.answer(ListPlanVersions, { plan: 'one' })).toEqual({ id: 'one', versions: [] });
    await adopted();
    const version = { planVersion: 1, fromYear: 2025, by, at, revision: 3 };
    expect(await given.answer(ListPlanVersions, { plan: 'one' })).toEqual({ id: 'one', versions: [version] });
    expect(await given.answer(ReadPlanVersion, { plan: 'one', version: '1' }))
      .toMatchObject({ id: 'one', ...version, name, indicators: [{ targets: [{ value: { typed: '30社' } }] }] });
    for (const other of ['2', '01', '1.0', 'one']) {
      expect(await given.answer(ReadPlanVersion, { plan: 'one', version: other })).toMatchObject({ code: 'unknown' });
    }
  });

  it('tells of an indicator every target that ever held', async () => {
    expect(await given.answer(ReadIndicator, { plan: 'one', indicator })).toMatchObject({ plan: 'one', id: indicator, targetsByYear: [] });
    await adopted();
    expect(await given.answer(ReadIndicator, { plan: 'one', indicator }, secretariat)).toMatchObject({
      revision: 4, class: 'outcome', predecessors: [], targetsByYear: [{ year: 2026, held: [
        { value: { typed: '30社' }, since: at, by, planVersion: 1, revision: 3 },
        { value: { typed: '45社' }, since: at, by, planVersion: 1, revision: 4, change: { reason: 'correction', text: '訂正', evidence: sheetsThere, evidenceWithheld: 0 } },
      ] }],
    });
    expect(await given.answer(ReadIndicator, { plan: 'one', indicator: 'gone' })).toMatchObject({ code: 'unknown' });
  });

  it('is read by members of committees too', async () => {
    const member = { municipality: 'mihon', actor: 'person-7', role: 'member', committee: 'one', appointment: 'one-7' } as const;
    expect(await given.answer(ReadPlan, { plan: 'one' }, member)).toMatchObject({ id: 'one' });
  });

  it('is nobody\'s who is not of the office, and unknown in another municipality', async () => {
    expect(await given.answer(ReadPlan, { plan: 'one' }, { ...secretariat, role: 'public' })).toMatchObject({ code: 'not-allowed' });
    expect(await given.answer(ReadPlan, { plan: 'one' }, { ...secretariat, municipality: 'kitagawa' })).toMatchObject({ code: 'unknown' });
    expect(await given.answer(ReadPlan, { plan: 'gone' })).toMatchObject({ code: 'unknown' });
  });
});
