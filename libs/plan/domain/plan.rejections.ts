import { reject, type Rejected } from '../../kernel/decision.ts';
import type { AdoptedPlan, DraftPlan, Plan } from './plan.ts';
import { openRevisionOf, type PlanRevision, type Proposal } from './revision/plan-revision.ts';

/** Every refusal of a plan. A verb tells the first that holds, in this order. */
export type PlanRejection =
  | 'plan-exists' | 'plan-not-adopted' | 'plan-empty' | 'plan-faulty'
  | 'unknown' | 'target-year-outside' | 'target-value-missing' | 'target-reason-missing' | 'evidence-missing'
  /** Another planRevision is open; none is. */
  | 'revision-open' | 'no-revision-open'
  /** The proposal is withdrawn or declined; it is somebody else's. */
  | 'proposal-settled' | 'not-your-proposal'
  /** A reason, or a remark, is blank. */
  | 'reason-missing'
  /** The change cannot be worked into the plan; its proposals cannot be, together. */
  | 'proposal-faulty' | 'revision-faulty'
  /** Some proposals are neither taken nor withdrawn nor declined; none is taken. */
  | 'proposals-unsettled' | 'revision-empty'
  /** Recommendations that are not closed would stand on no node. */
  | 'recommendations-open'
  /** Two versions are named the later one first. */
  | 'versions-out-of-order';

/** The plan while it is a draft, or why it is none. A plan that is not there comes to no verb but the first. */
export function inDraft(plan: Plan): DraftPlan | Rejected<PlanRejection> {
  if (plan.phase === 'absent') throw new Error('no plan');
  return plan.phase === 'draft' ? plan : reject('plan-exists', { planVersion: plan.planVersion });
}

/** The planRevision that is open on an adopted plan, or why there is none. */
export function inRevision(plan: Plan): { readonly plan: AdoptedPlan; readonly open: PlanRevision } | Rejected<PlanRejection> {
  const adopted = onceAdopted(plan);
  if ('code' in adopted) return adopted;
  const open = openRevisionOf(adopted);
  return open === undefined ? reject('no-revision-open') : { plan: adopted, open };
}

/** A proposal of the open planRevision that is not settled, or why it is none. */
export function openProposal(plan: Plan, id: string): Proposal | Rejected<PlanRejection> {
  const found = inRevision(plan);
  if ('code' in found) return found;
  const proposal = found.open.proposals.get(id);
  if (proposal === undefined) return reject('unknown');
  return proposal.outcome.kind === 'open' ? proposal : reject('proposal-settled', { outcome: proposal.outcome.kind });
}

/** The plan once it is adopted, or that it is not. */
export function onceAdopted(plan: Plan): AdoptedPlan | Rejected<PlanRejection> {
  if (plan.phase === 'absent') throw new Error('no plan');
  return plan.phase === 'adopted' ? plan : reject('plan-not-adopted');
}
