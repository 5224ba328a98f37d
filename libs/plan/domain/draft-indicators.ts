import type { Asked } from '../../kernel/asked.ts';
import { accept, reject, type Decision } from '../../kernel/decision.ts';
import type { Fault } from '../../kernel/fault.ts';
import { draftedIndicators, type DraftedOnto, type IndicatorDraft } from './indicator-drafts.ts';
import type { Plan } from './plan.ts';
import type { IndicatorsDrafted, PlanEvent } from './plan.events.ts';
import { inDraft, type PlanRejection } from './plan.rejections.ts';
import { slicesOf } from './slices.ts';

export interface DraftIndicators {
  readonly indicators: readonly IndicatorDraft[];
}

/** Works indicators into the draft, whose nodes are there already. */
export function draftIndicators(command: DraftIndicators & Asked, plan: Plan): Decision<PlanEvent, PlanRejection> {
  const draft = inDraft(plan);
  if ('code' in draft) return draft;
  const byNumber = new Map([...draft.nodes.values()].map(({ number, id }) => [number, id]));
  const { faults, events } = indicatorsDrafted(command, { ...draft, byNumber });
  return faults.length > 0 ? reject('plan-faulty', { faults }) : accept(...events);
}

export interface IndicatorsWorkedIn {
  readonly faults: readonly Fault[];
  readonly events: readonly IndicatorsDrafted[];
}

export function indicatorsDrafted({ indicators: drafts, newId }: DraftIndicators & Pick<Asked, 'newId'>, onto: DraftedOnto): IndicatorsWorkedIn {
  const { indicators, faults } = draftedIndicators(drafts, onto, newId);
  return { faults, events: slicesOf(indicators).map((slice) => ({ type: 'IndicatorsDrafted', indicators: slice })) };
}
