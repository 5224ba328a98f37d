import type { PlanNode } from '../../plan/domain/plan.events.ts';
import type { Answering } from '../../platform/reads/question.ts';
import { planOf } from '../facts.ts';

/** A node of a plan as it is now. */
export interface NodeShown {
  readonly id: string;
  readonly number: string | undefined;
  readonly name: PlanNode['name'] | undefined;
}

interface InPlan {
  readonly plan: string;
  readonly node: string;
}

/** The nodes of many sheets; each plan is looked up once. */
export async function nodesFor(
  sheets: readonly Pick<InPlan, 'plan'>[], { asker: { municipality }, states }: Answering,
): Promise<{ readonly all: () => readonly PlanNode[]; readonly shown: (sheet: InPlan) => NodeShown }> {
  const plans = new Map<string, ReadonlyMap<string, PlanNode>>();
  for (const { plan } of sheets) if (!plans.has(plan)) plans.set(plan, (await planOf(states, municipality, plan)).state.nodes);
  return {
    all: () => [...plans.values()].flatMap((nodes) => [...nodes.values()]),
    shown({ plan, node: id }) {
      const node = plans.get(plan)?.get(id);
      return { id, number: node?.number, name: node?.name };
    },
  };
}
