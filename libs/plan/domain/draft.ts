import type { Asked } from '../../kernel/asked.ts';
import { accept, reject, type Decision } from '../../kernel/decision.ts';
import type { FiscalYear } from '../../kernel/fiscal-year.ts';
import type { Label } from '../../kernel/label.ts';
import { indicatorsDrafted } from './draft-indicators.ts';
import { nodesDrafted } from './draft-nodes.ts';
import type { IndicatorDraft } from './indicator-drafts.ts';
import type { NodeDraft } from './node-drafts.ts';
import type { PlanFacts } from './node-faults.ts';
import type { DraftPlan as PlanInDraft, Plan } from './plan.ts';
import type { PlanEvent } from './plan.events.ts';
import type { PlanRejection } from './plan.rejections.ts';

/** A plan as it is handed in, whole or as a beginning. */
export interface DraftPlan {
  readonly name: Label;
  readonly firstYear: FiscalYear;
  readonly lastYear: FiscalYear;
  readonly nodes?: readonly NodeDraft[];
  readonly indicators?: readonly IndicatorDraft[];
}

export function draft(command: DraftPlan & Asked, plan: Plan, facts: PlanFacts): Decision<PlanEvent, PlanRejection> {
  if (plan.phase !== 'absent') return reject('plan-exists');
  const { name, firstYear, lastYear, nodes = [], indicators = [] } = command;
  const begun: PlanInDraft = { phase: 'draft', name, firstYear, lastYear, nodes: new Map(), indicators: new Map() };
  const ofNodes = nodesDrafted({ ...command, nodes }, begun, facts);
  const ofIndicators = indicatorsDrafted({ ...command, indicators }, { ...begun, byNumber: ofNodes.byNumber });
  const faults = [
    ...(lastYear < firstYear ? [{ path: 'lastYear', message: `is before ${firstYear}` }] : []),
    ...ofNodes.faults,
    ...ofIndicators.faults,
  ];
  if (faults.length > 0) return reject('plan-faulty', { faults });
  return accept<PlanEvent>({ type: 'PlanDrafted', name, firstYear, lastYear }, ...ofNodes.events, ...ofIndicators.events);
}
