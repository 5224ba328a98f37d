import type { Asked } from '../../kernel/asked.ts';
import { accept, reject, type Decision } from '../../kernel/decision.ts';
import type { FiscalYear } from '../../kernel/fiscal-year.ts';
import { nodeFaults, type PlanFacts } from './node-faults.ts';
import type { Plan } from './plan.ts';
import type { PlanEvent } from './plan.events.ts';
import { inDraft, type PlanRejection } from './plan.rejections.ts';
import { asOnPaper } from './tree.ts';

/** From which year on the version holds. */
export interface AdoptPlan {
  readonly fromYear: FiscalYear;
}

/** 策定: the draft becomes version 1. It is looked at as a whole: scheme, office and upper plans may have moved since it was drafted. */
export function adopt({ fromYear }: AdoptPlan & Asked, plan: Plan, facts: PlanFacts): Decision<PlanEvent, PlanRejection> {
  const draft = inDraft(plan);
  if ('code' in draft) return draft;
  const { nodes, firstYear, lastYear } = draft;
  if (nodes.size === 0) return reject('plan-empty');
  const faults = [
    ...(fromYear < firstYear || fromYear > lastYear
      ? [{ path: 'fromYear', message: `the plan runs from ${firstYear} to ${lastYear}` }] : []),
    ...nodeFaults(asOnPaper(nodes), nodes, facts),
  ];
  if (faults.length > 0) return reject('plan-faulty', { faults });
  const { schemeRevision, municipalityRevision } = facts;
  return accept({ type: 'PlanAdopted', planVersion: 1, fromYear, schemeRevision, municipalityRevision });
}
