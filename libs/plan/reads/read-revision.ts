import { reject } from '../../kernel/decision.ts';
import { queryOf, type Answering } from '../../platform/reads/question.ts';
import { openRevisionOf, type PlanRevision, type Proposal } from '../domain/revision/plan-revision.ts';
import { evidenceSeenBy } from './evidence-seen.ts';
import { person, visibleAdoptedPlan, type WhichPlan } from './visible-plan.ts';

/** The revision desk: the planRevision that is open, with its proposals and what was said of them. */
export const ReadPlanRevision = queryOf({
  name: 'plan.read-revision',
  async answer({ plan: id }: WhichPlan, answering) {
    const plan = await visibleAdoptedPlan(id, answering);
    if ('code' in plan) return plan;
    const open = openRevisionOf(plan);
    return open === undefined ? reject('unknown') : { plan: id, ...await revisionShown(open, answering) };
  },
});

/** Every planRevision that there was, the oldest first, and what became of it. */
export const ListPlanRevisions = queryOf({
  name: 'plan.list-revisions',
  async answer({ plan: id }: WhichPlan, answering) {
    const plan = await visibleAdoptedPlan(id, answering);
    if ('code' in plan) return plan;
    return { plan: id, revisions: await Promise.all(plan.planRevisions.map((one) => revisionShown(one, answering))) };
  },
});

async function revisionShown({ planVersion, reason, by, at, revision, proposals, outcome }: PlanRevision, answering: Answering) {
  const seen = evidenceSeenBy(answering);
  return {
    planVersion, reason, by: person(by, answering), at, revision,
    outcome: outcomeShown(outcome, answering),
    proposals: await Promise.all([...proposals.values()].map(async (proposal) =>
      ({ ...proposalShown(proposal, answering), ...await seen(proposal.evidence) }))),
  };
}

function proposalShown({ proposal, change, reason, text, by, at, remarks, outcome }: Proposal, answering: Answering) {
  return {
    proposal, change, reason, text, by: person(by, answering), at,
    remarks: remarks.map((remark) => ({ ...remark, by: person(remark.by, answering) })),
    outcome: outcomeShown(outcome, answering),
  };
}

function outcomeShown(outcome: PlanRevision['outcome'] | Proposal['outcome'], answering: Answering) {
  return 'by' in outcome ? { ...outcome, by: person(outcome.by, answering) } : outcome;
}
