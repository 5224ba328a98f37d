import { beforeEach, describe, expect, it } from '@jest/globals';
import { AdoptPlan, ChangeTarget, DraftPlan } from '../commands.ts';
import { openRevisionOf } from '../domain/revision/plan-revision.ts';
import { AdoptPlanRevision, DeclineProposal, DiscussProposal, OpenPlanRevision, ProposeChange } from '../revision-commands.ts';
import { GivenPlans, recommendationThere, secretariat, sheetsThere, staff } from '../testing/given-plans.ts';
import { ComparePlanVersions } from './compare-plan-versions.ts';
import { ListPlanRevisions, ReadPlanRevision } from './read-revision.ts';

const name = { ja: '基本計画', en: 'Basic plan' };
const nodes = [{ number: '1', level: 'policy', name, section: 'promotion' }];
const indicators = [{ node: '1', name, class: 'outcome', unit: '社', kind: 'annual', direction: 'higher', targets: [{ year: 2026, value: '30社' }] }] as const;
const why = { reason: 'recommendation', text: '提言を受けて見直す。', evidence: [...sheetsThere, recommendationThere] } as const;
const by = { id: 'person-1', name: 'person-1さん' };
const at = '2026-05-20T01:00:00.000Z';
const member = { municipality: 'mihon', actor: 'person-7', role: 'member', committee: 'one', appointment: 'one-7' } as const;

let given: GivenPlans;
let indicator: string;
let proposal: string;
let declined: string;
beforeEach(async () => {
  given = await new GivenPlans().founded();
  const drafted = await given.done(DraftPlan, 'one', { name, firstYear: 2025, lastYear: 2030, nodes, indicators });
  indicator = drafted.phase === 'draft' ? [...drafted.indicators.keys()][0] as string : '';
  await given.done(AdoptPlan, 'one', { fromYear: 2025 });
  await given.done(OpenPlanRevision, 'one', { reason: '中間年' });
  const changing = (value: string) => ({ plan: 'one', change: { kind: 'change-target', indicator, year: 2026, value }, ...why });
  await given.done(ProposeChange, 'one', changing('50社'));
  const state = await given.done(ProposeChange, 'one', changing('45社'));
  [declined, proposal] = state.phase === 'adopted' ? [...openRevisionOf(state)?.proposals.keys() ?? []] as [string, string] : ['', ''];
  await given.done(DiscussProposal, 'one', { proposal, text: '妥当である。' });
  await given.done(DeclineProposal, 'one', { proposal: declined, reason: '高すぎる。' });
});

describe('the revision desk', () => {
  it('shows each proposal with what was said of it, and withholds evidence from who may not see it', async () => {
    const shown = { planVersion: 1, reason: '中間年', by, at, outcome: { kind: 'open' } };
    const change = { kind: 'change-target', indicator, year: 2026, value: { typed: '45社' } };
    expect(await given.answer(ReadPlanRevision, { plan: 'one' }, secretariat)).toMatchObject({
      plan: 'one', ...shown,
      proposals: [
        { proposal: declined, outcome: { kind: 'declined', reason: '高すぎる。', by, at } },
        {
          proposal, change, reason: why.reason, text: why.text, by, at, remarks: [{ text: '妥当である。', by, at }],
          outcome: { kind: 'open' }, evidence: why.evidence, evidenceWithheld: 0,
        },
      ],
    });
    const toStaff = await given.answer(ReadPlanRevision, { plan: 'one' }, staff);
    expect(toStaff).toMatchObject({ ...shown, proposals: [{}, { evidence: [recommendationThere], evidenceWithheld: 1 }] });
    expect(JSON.stringify(toStaff)).not.toContain(sheetsThere[0]?.sheet);
  });

  it('is not for members of committees, and empty once the revision is adopted, which then stands in the list', async () => {
    expect(await given.answer(ReadPlanRevision, { plan: 'one' }, member)).toMatchObject({ code: 'not-allowed' });
    expect(await given.answer(ListPlanRevisions, { plan: 'one' }, member)).toMatchObject({ code: 'not-allowed' });
    await given.done(AdoptPlanRevision, 'one', { plan: 'one', fromYear: 2026, proposals: [proposal] });
    expect(await given.answer(ReadPlanRevision, { plan: 'one' })).toMatchObject({ code: 'unknown' });
    expect(await given.answer(ListPlanRevisions, { plan: 'one' })).toMatchObject({
      revisions: [{ outcome: { kind: 'adopted', planVersion: 2, fromYear: 2026, by, at }, proposals: [{ outcome: { kind: 'declined' } }, { outcome: { kind: 'taken' } }] }],
    });
  });
});

describe('two versions beside each other', () => {
  it('say of each thing what became of it, and why; evidence is told to who may see it', async () => {
    await given.done(AdoptPlanRevision, 'one', { plan: 'one', fromYear: 2026, proposals: [proposal] });
    const compared = await given.answer(ComparePlanVersions, { plan: 'one', from: '1', to: '2' }, member);
    expect(compared).toMatchObject({
      plan: 'one', from: { planVersion: 1, by }, to: { planVersion: 2, fromYear: 2026 },
      nodes: [{ status: 'unchanged', number: '1', name, because: [] }],
      indicators: [{
        id: indicator, status: 'changed', changes: [], targets: [{ year: 2026, old: { typed: '30社' }, new: { typed: '45社' } }],
        because: [{ proposal, kind: 'change-target', year: 2026, reason: why.reason, text: why.text, evidence: [recommendationThere], evidenceWithheld: 1 }],
      }],
    });
  });

  it('tell a target that was changed between them, with its own reason', async () => {
    await given.done(ChangeTarget, 'one', { indicator, year: 2027, value: '40社', reason: 'correction', text: '訂正' });
    await given.done(AdoptPlanRevision, 'one', { plan: 'one', fromYear: 2026, proposals: [proposal] });
    expect(await given.answer(ComparePlanVersions, { plan: 'one', from: '1', to: '2' })).toMatchObject({
      indicators: [{
        targets: [{ year: 2026 }, { year: 2027, old: null, new: { typed: '40社' } }],
        because: [{ kind: 'change-target', year: 2027, reason: 'correction', text: '訂正', evidence: [] }, { proposal, year: 2026 }],
      }],
    });
  });

  it('are asked for the earlier one first', async () => {
    expect(await given.answer(ComparePlanVersions, { plan: 'one', from: '1', to: '2' })).toMatchObject({ code: 'unknown' });
    await given.done(AdoptPlanRevision, 'one', { plan: 'one', fromYear: 2026, proposals: [proposal] });
    expect(await given.answer(ComparePlanVersions, { plan: 'one', from: '2', to: '1' })).toMatchObject({ code: 'versions-out-of-order' });
  });
});
