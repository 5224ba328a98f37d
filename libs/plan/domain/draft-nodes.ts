import type { Asked } from '../../kernel/asked.ts';
import { accept, reject, type Decision } from '../../kernel/decision.ts';
import type { Fault } from '../../kernel/fault.ts';
import { draftedNodes, type DraftedNodes, type NodeDraft } from './node-drafts.ts';
import { nodeFaults, type PlanFacts } from './node-faults.ts';
import type { DraftPlan, Plan } from './plan.ts';
import type { NodesDrafted, PlanEvent } from './plan.events.ts';
import { inDraft, type PlanRejection } from './plan.rejections.ts';
import { slicesOf } from './slices.ts';

export interface DraftNodes {
  readonly nodes: readonly NodeDraft[];
}

/** Works nodes into the draft: new ones after those that are there, the others in the places that they have. */
export function draftNodes(command: DraftNodes & Asked, plan: Plan, facts: PlanFacts): Decision<PlanEvent, PlanRejection> {
  const draft = inDraft(plan);
  if ('code' in draft) return draft;
  const { faults, events } = nodesDrafted(command, draft, facts);
  return faults.length > 0 ? reject('plan-faulty', { faults }) : accept(...events);
}

export interface NodesWorkedIn extends Pick<DraftedNodes, 'byNumber' | 'faults'> {
  readonly events: readonly NodesDrafted[];
}

export function nodesDrafted({ nodes: drafts, newId }: DraftNodes & Pick<Asked, 'newId'>, draft: DraftPlan, facts: PlanFacts): NodesWorkedIn {
  const { nodes, byNumber, faults } = draftedNodes(drafts, draft.nodes, newId);
  // Of two that have one number, the first is meant.
  const all = new Map([...draft.nodes, ...nodes.toReversed().map((node) => [node.id, node] as const)]);
  return {
    byNumber,
    faults: firstOfEachPath([...faults, ...nodeFaults(nodes, all, facts)]),
    events: slicesOf(nodes).map((slice) => ({ type: 'NodesDrafted', nodes: slice })),
  };
}

/** A parent that is not there has no level either; that need not be told too. */
function firstOfEachPath(faults: readonly Fault[]): readonly Fault[] {
  const first = new Map<string, Fault>();
  for (const fault of faults) if (!first.has(fault.path)) first.set(fault.path, fault);
  return [...first.values()];
}
