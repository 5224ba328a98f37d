import { onceForEach } from '../../kernel/once-for-each.ts';
import type { PlanContents } from './plan.ts';
import type { Indicator, PlanNode } from './plan.events.ts';

const byParent = onceForEach((nodes: PlanContents['nodes']) => Map.groupBy(nodes.values(), ({ parent }) => parent));
const byNode = onceForEach((indicators: PlanContents['indicators']) => Map.groupBy(indicators.values(), ({ node }) => node));

/** In the order in which they were drafted; those at the top are nobody's. */
export function childrenOf({ nodes }: Pick<PlanContents, 'nodes'>, parent: string | undefined): readonly PlanNode[] {
  return byParent(nodes).get(parent) ?? [];
}

export function indicatorsOf({ indicators }: Pick<PlanContents, 'indicators'>, node: string): readonly Indicator[] {
  return byNode(indicators).get(node) ?? [];
}

/** A plan's nodes as on paper: under each node its own, in the order in which they were drafted. */
export function asOnPaper(nodes: PlanContents['nodes']): readonly PlanNode[] {
  const inOrder: PlanNode[] = [];
  // What is still to be written, the next at the end: a plan may be deeper than calls may be nested.
  const open = childrenOf({ nodes }, undefined).toReversed();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    inOrder.push(node);
    open.push(...childrenOf({ nodes }, node.id).toReversed());
  }
  return inOrder;
}
