import type { Asked } from '../../../kernel/asked.ts';
import { accept, reject, type Decision } from '../../../kernel/decision.ts';
import type { Fault } from '../../../kernel/fault.ts';
import type { FiscalYear } from '../../../kernel/fiscal-year.ts';
import type { PlanFacts } from '../node-faults.ts';
import type { AdoptedPlan, Plan } from '../plan.ts';
import type { PlanEvent } from '../plan.events.ts';
import { inRevision, type PlanRejection } from '../plan.rejections.ts';
import type { OpenRecommendation } from './open-recommendation.ts';
import type { PlanRevision, Proposal } from './plan-revision.ts';
import { workIn } from './work-in.ts';

export interface AdoptRevision {
  /** By which lower rooms know the plan. */
  readonly plan: string;
  /** From which year on the version holds. */
  readonly fromYear: FiscalYear;
  /** Those that are taken, in the order in which they are worked in. */
  readonly proposals: readonly string[];
}

export interface AdoptRevisionFacts extends PlanFacts {
  /** Those on nodes that would be no more and lead nowhere. */
  readonly openRecommendations: readonly OpenRecommendation[];
}

/** 改定の決定: what was taken, worked in together, makes the next version. */
export function adoptRevision(command: AdoptRevision & Asked, plan: Plan, facts: AdoptRevisionFacts): Decision<PlanEvent, PlanRejection> {
  const found = inRevision(plan);
  if ('code' in found) return found;
  const { fromYear, proposals } = command;
  const unsettled = [...found.open.proposals.values()].filter(({ proposal, outcome }) => outcome.kind === 'open' && !proposals.includes(proposal));
  if (unsettled.length > 0) return reject('proposals-unsettled', { proposals: unsettled.map(({ proposal }) => proposal) });
  if (proposals.length === 0) return reject('revision-empty');
  const misnamed = [...yearFaults(fromYear, found.plan), ...namingFaults(proposals, found.open)];
  if (misnamed.length > 0) return reject('revision-faulty', { faults: misnamed });
  const { faults, effect } = workIn(takenOf(found.open, proposals), found.plan, facts);
  if (faults.length > 0) return reject('revision-faulty', { faults });
  const { openRecommendations: recommendations, schemeRevision, municipalityRevision } = facts;
  if (recommendations.length > 0) return reject('recommendations-open', { recommendations });
  const planVersion = found.plan.planVersion + 1;
  return accept({ type: 'PlanRevised', planVersion, fromYear, proposals, ...effect, schemeRevision, municipalityRevision });
}

/** The proposals of these ids, those left out that are not there. */
export function takenOf({ proposals }: PlanRevision, ids: readonly string[]): readonly Proposal[] {
  return ids.flatMap((id) => proposals.get(id) ?? []);
}

function yearFaults(fromYear: FiscalYear, plan: AdoptedPlan): readonly Fault[] {
  const { firstYear, lastYear, planVersion } = plan;
  if (fromYear < firstYear || fromYear > lastYear) return [{ path: 'fromYear', message: `the plan runs from ${firstYear} to ${lastYear}` }];
  return fromYear < plan.fromYear ? [{ path: 'fromYear', message: `version ${planVersion} holds from ${plan.fromYear}` }] : [];
}

function namingFaults(ids: readonly string[], { proposals }: PlanRevision): readonly Fault[] {
  return ids.flatMap((id, index) => {
    const path = `proposals[${index}]`;
    const outcome = proposals.get(id)?.outcome.kind;
    if (outcome === undefined) return [{ path, message: `there is no proposal ${id}` }];
    if (outcome !== 'open') return [{ path, message: `is ${outcome} already` }];
    return ids.indexOf(id) < index ? [{ path, message: 'is named already' }] : [];
  });
}
