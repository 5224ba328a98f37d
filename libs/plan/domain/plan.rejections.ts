import { reject, type Rejected } from '../../kernel/decision.ts';
import type { AdoptedPlan, DraftPlan, Plan } from './plan.ts';

/** Every refusal of a plan. A verb tells the first that holds, in this order. */
export type PlanRejection =
  | 'plan-exists' | 'plan-not-adopted' | 'plan-empty' | 'plan-faulty'
  | 'unknown' | 'target-year-outside' | 'target-value-missing' | 'target-reason-missing' | 'evidence-missing';

/** The plan while it is a draft, or why it is none. A plan that is not there comes to no verb but the first. */
export function inDraft(plan: Plan): DraftPlan | Rejected<PlanRejection> {
  if (plan.phase === 'absent') throw new Error('no plan');
  return plan.phase === 'draft' ? plan : reject('plan-exists', { planVersion: plan.planVersion });
}

/** The plan once it is adopted, or that it is not. */
export function onceAdopted(plan: Plan): AdoptedPlan | Rejected<PlanRejection> {
  if (plan.phase === 'absent') throw new Error('no plan');
  return plan.phase === 'adopted' ? plan : reject('plan-not-adopted');
}
