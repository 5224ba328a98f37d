import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Asker } from '../platform/access/asker.ts';
import type { CommandClass } from '../platform/commands/verb.ts';
import { AdoptPlan, DraftPlan } from './commands.ts';
import type { AdoptedPlan } from './domain/plan.ts';
import { planStream } from './domain/plan.ts';
import { openRevisionOf } from './domain/revision/plan-revision.ts';
import {
  AbandonPlanRevision, AdoptPlanRevision, DeclineProposal, DiscussProposal, OpenPlanRevision, ProposeChange, WithdrawProposal,
} from './revision-commands.ts';
import { GivenPlans, recommendationThere, secretariat, sheetsThere, staff } from './testing/given-plans.ts';

const name = { ja: '基本計画', en: 'Basic plan' };
const policy = { number: '1', level: 'policy', name, section: 'promotion' };
const measure = { number: '1-①', parent: '1', level: 'measure', name, section: 'promotion' };
const why = { reason: 'recommendation', text: '提言を受けて見直す。' } as const;
const reason = '中間年の見直しのため。';
const stream = planStream('mihon', 'one');

let given: GivenPlans;
/** The policy, and two measures below it. */
let ids: readonly string[];
beforeEach(async () => {
  given = await new GivenPlans().founded();
  await given.done(DraftPlan, 'one', { name, firstYear: 2025, lastYear: 2030, nodes: [policy, measure, { ...measure, number: '1-②' }] });
  const plan = await given.done(AdoptPlan, 'one', { fromYear: 2025 });
  ids = plan.phase === 'absent' ? [] : [...plan.nodes.keys()];
  await given.done(OpenPlanRevision, 'one', { reason });
});

/** A change that must be possible, and the id of its proposal. */
async function proposed(change: unknown, asker: Asker = secretariat): Promise<string> {
  const plan = await given.done(ProposeChange, 'one', { plan: 'one', change, ...why }, asker);
  return [...openRevisionOf(plan as AdoptedPlan)?.proposals.keys() ?? []].at(-1) as string;
}

const dropping = (index: number, more: object = {}) => ({ kind: 'drop-node', node: ids[index], ...more });
const asProposal = (change: unknown) => ({ plan: 'one', change, ...why });

describe('a proposal', () => {
  it('rests on what is there and its author may see, a sheet or a recommendation', async () => {
    const gone = { recommendation: 'recommendation-gone' };
    const resting = { ...asProposal(dropping(1)), evidence: [...sheetsThere, recommendationThere, gone] };
    expect(await given.run(ProposeChange, stream, resting)).toMatchObject({ code: 'evidence-missing', details: { evidence: [gone] } });
    expect(await given.run(ProposeChange, stream, resting, staff)).toMatchObject({ code: 'evidence-missing', details: { evidence: [...sheetsThere, gone] } });
    await given.done(ProposeChange, 'one', { ...resting, evidence: [recommendationThere] }, staff);
  });

  it('drops no node on which a recommendation stands that is not closed, but where that goes elsewhere', async () => {
    given.recommended.add(ids[1] as string);
    expect(await given.run(ProposeChange, stream, asProposal(dropping(1))))
      .toMatchObject({ code: 'recommendations-open', details: { recommendations: [{ ...recommendationThere, node: ids[1] }] } });
    await proposed(dropping(1, { recommendationsTo: ids[2] }));
    await proposed(dropping(2));
  });

  it('is made, discussed and withdrawn by staff and approvers, and by nobody who only reads', async () => {
    const id = await proposed(dropping(1), staff);
    await given.done(DiscussProposal, 'one', { proposal: id, text: '異議なし。' }, { ...staff, actor: 'person-3', role: 'approver' });
    expect(await given.run(WithdrawProposal, stream, { proposal: id, reason }, { ...staff, actor: 'person-3' })).toMatchObject({ code: 'not-your-proposal' });
    await given.done(WithdrawProposal, 'one', { proposal: id, reason }, staff);
    for (const role of ['auditor', 'admin', 'member', 'chair'] as const) {
      expect(await given.run(ProposeChange, stream, asProposal(dropping(1)), { ...staff, role })).toMatchObject({ code: 'not-allowed' });
    }
  });
});

describe('a revision', () => {
  it('is opened and settled by the secretariat alone', async () => {
    const id = await proposed(dropping(1));
    const settling: readonly (readonly [CommandClass<object>, object])[] = [
      [OpenPlanRevision as CommandClass<object>, { reason }], [DeclineProposal as CommandClass<object>, { proposal: id, reason }],
      [AdoptPlanRevision as CommandClass<object>, { plan: 'one', fromYear: 2026, proposals: [id] }], [AbandonPlanRevision as CommandClass<object>, { reason }],
    ];
    for (const [command, body] of settling) expect(await given.run(command, stream, body, staff)).toMatchObject({ code: 'not-allowed' });
    await given.done(DeclineProposal, 'one', { proposal: id, reason });
    await given.done(AbandonPlanRevision, 'one', { reason });
  });

  it('is adopted as the next version, judged by scheme and office as they are', async () => {
    const id = await proposed({ kind: 'rename-node', node: ids[1], number: '1-③' });
    await given.done(AdoptPlanRevision, 'one', { plan: 'one', fromYear: 2026, proposals: [id] });
    const [revised] = (await given.store.readStream(stream)).slice(-1);
    expect(revised).toMatchObject({ header: { type: 'PlanRevised' }, payload: { planVersion: 2, fromYear: 2026, schemeRevision: 0, municipalityRevision: 0 } });
  });

  it('loses no recommendation by several proposals together, nor one that came since', async () => {
    const merge = await proposed({ kind: 'merge-nodes', nodes: [ids[1]], into: ids[2] });
    const drop = await proposed(dropping(2));
    given.recommended.add(ids[1] as string);
    const adopting = { plan: 'one', fromYear: 2026, proposals: [merge, drop] };
    expect(await given.run(AdoptPlanRevision, stream, adopting)).toMatchObject({ code: 'recommendations-open', details: { recommendations: [{ node: ids[1] }] } });
    await given.done(DeclineProposal, 'one', { proposal: drop, reason });
    await given.done(AdoptPlanRevision, 'one', { ...adopting, proposals: [merge] });
  });
});
