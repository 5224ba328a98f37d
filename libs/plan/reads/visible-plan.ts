import { reject, type Rejected } from '../../kernel/decision.ts';
import type { Answering } from '../../platform/reads/question.ts';
import { planDecider, planStream, type AdoptedPlan, type DraftPlan, type PlanVersion } from '../domain/plan.ts';

export interface WhichPlan {
  readonly plan: string;
}

interface VisiblePlan {
  readonly plan: DraftPlan | AdoptedPlan;
  readonly revision: number;
}

/** A plan whose question the asker may ask. */
export async function visiblePlan(id: string, { asker, states, may }: Answering): Promise<VisiblePlan | Rejected> {
  const { state: plan, revision } = await states.fold(planDecider, planStream(asker.municipality, id));
  if (plan.phase === 'absent') return reject('unknown');
  return may({}) ? { plan, revision } : reject('not-allowed');
}

/** The same, for what there is only of adopted plans: a draft has no versions and no planRevision. */
export async function visibleAdoptedPlan(id: string, answering: Answering): Promise<AdoptedPlan | Rejected> {
  const found = await visiblePlan(id, answering);
  if ('code' in found) return found;
  return found.plan.phase === 'adopted' ? found.plan : reject('unknown');
}

export function versionShown({ planVersion, fromYear, by, at, revision }: PlanVersion, answering: Answering) {
  return { planVersion, fromYear, by: person(by, answering), at, revision };
}

export function person(id: string, { nameOf }: Answering) {
  return { id, name: nameOf(id) };
}
