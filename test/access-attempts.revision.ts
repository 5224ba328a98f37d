import { randomUUID } from 'node:crypto';
import { AdoptPlan, DraftPlan } from '../libs/plan/commands.ts';
import { planDecider, planStream, type AdoptedPlan } from '../libs/plan/domain/plan.ts';
import { openRevisionOf } from '../libs/plan/domain/revision/plan-revision.ts';
import { OpenPlanRevision, ProposeChange } from '../libs/plan/revision-commands.ts';
import { mayOf, ofOffice, type Attempts } from './access-attempt.ts';
import { municipality, type AccessOffice } from './access-office.ts';

const named = (text: string) => ({ ja: text, en: text });
const draft = {
  name: named('改定する計画'), firstYear: 2020, lastYear: 2029,
  nodes: ['1', '2'].map((number) => ({ number, level: 'policy', section: 'promotion', name: named(`政策${number}`) })),
};
const reason = '中間年の見直しのため。';
const why = { reason: 'correction', text: '見直しのため。' } as const;

/** Revisions of plans, each tried on a plan of its own. */
export function revisionAttempts({ does, house: { installation: { states } } }: AccessOffice): Attempts {
  const stateOf = async (plan: string) => (await states.fold(planDecider, planStream(municipality, plan))).state as AdoptedPlan;
  const adoptedPlan = async (): Promise<string> => {
    const plan = randomUUID();
    await does('other-secretariat', DraftPlan, planStream(municipality, plan), draft);
    await does('other-secretariat', AdoptPlan, planStream(municipality, plan), { fromYear: 2020 });
    return plan;
  };
  const inRevision = async (): Promise<string> => {
    const plan = await adoptedPlan();
    await does('other-secretariat', OpenPlanRevision, planStream(municipality, plan), { reason });
    return plan;
  };
  const renaming = async (plan: string) => {
    const [node = ''] = (await stateOf(plan)).nodes.keys();
    return { change: { kind: 'rename-node', node, number: '3' }, ...why };
  };
  const proposed = async (): Promise<{ readonly plan: string; readonly proposal: string }> => {
    const plan = await inRevision();
    await does('other-secretariat', ProposeChange, planStream(municipality, plan), { plan, ...await renaming(plan) });
    const [proposal = ''] = openRevisionOf(await stateOf(plan))?.proposals.keys() ?? [];
    return { plan, proposal };
  };
  const onProposal = (verb: string, body: object, ...alsoYes: readonly string[]) => ofOffice(async ({ person }) => {
    const { plan, proposal } = await proposed();
    return mayOf(person.post(`plans/${plan}/revision/proposals/${proposal}/${verb}`, body), ...alsoYes);
  });
  const reading = (path: string) => ofOffice(async ({ person }) => mayOf(person.get(`plans/${await inRevision()}/${path}`)));

  return {
    'plan.open-revision': ofOffice(async ({ person }) => mayOf(person.post(`plans/${await adoptedPlan()}/revision`, { reason }))),
    'plan.propose': ofOffice(async ({ person }) => {
      const plan = await inRevision();
      return mayOf(person.post(`plans/${plan}/revision/proposals`, await renaming(plan)));
    }),
    'plan.discuss-proposal': onProposal('discuss', { text: '異議なし。' }),
    // Whose it is the plan says, after access.
    'plan.withdraw-proposal': onProposal('withdraw', { reason }, 'not-your-proposal'),
    'plan.decline-proposal': onProposal('decline', { reason }),
    'plan.adopt-revision': ofOffice(async ({ person }) => {
      const { plan, proposal } = await proposed();
      return mayOf(person.post(`plans/${plan}/revision/adopt`, { fromYear: 2026, proposals: [proposal] }));
    }),
    'plan.abandon-revision': ofOffice(async ({ person }) => mayOf(person.post(`plans/${await inRevision()}/revision/abandon`, { reason }))),
    'plan.read-revision': reading('revision'),
    'plan.list-revisions': reading('revisions'),
    'plan.compare-versions': reading('compare?from=1&to=1'),
  };
}
