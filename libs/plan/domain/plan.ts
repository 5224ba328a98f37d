import type { Decider } from '../../kernel/decider.ts';
import type { Label } from '../../kernel/label.ts';
import { streamName } from '../../kernel/stream-name.ts';
import { planCatalogue, type PlanEvent, type PlanNode } from './plan.events.ts';

export type Plan = { readonly phase: 'absent' } | AdoptedPlan;

export interface AdoptedPlan {
  readonly phase: 'adopted';
  readonly planVersion: number;
  readonly name: Label;
  readonly nodes: readonly PlanNode[];
}

export const planDecider: Decider<Plan, PlanEvent> = {
  category: 'plan',
  initial: { phase: 'absent' },
  catalogue: planCatalogue,
  evolve: (_state, { planVersion, name, nodes }) => ({ phase: 'adopted', planVersion, name, nodes }),
};

export function planStream(municipality: string, plan: string): string {
  return streamName(planDecider.category, municipality, plan);
}
