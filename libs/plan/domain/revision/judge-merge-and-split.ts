import type { Fault } from '../../../kernel/fault.ts';
import type { PlanFacts } from '../node-faults.ts';
import type { PlanNode } from '../plan.events.ts';
import { childrenOf, indicatorsOf } from '../tree.ts';
import { newNodeFaults } from './judge-nodes.ts';
import { broughtTo, missing, nodeIn, taken, type Judge, type WorkedPlan } from './judged.ts';
import type { MergeNodes, NodeInPlace, SplitNode, SplitPart } from './proposed-change.ts';
import type { LineageEntry } from './revision.events.ts';

export const nodesMerged: Judge<MergeNodes> = (change, plan, facts) => ({
  faults: mergeFaults(change, plan, facts),
  effect() {
    const { nodes, into, newNode } = change;
    const put = newNode === undefined ? [] : [inPlaceOf(nodeIn(plan, nodes[0] as string), newNode)];
    return {
      nodesPut: [...put, ...nodes.flatMap((one) => childrenOf(plan, one)).map((child) => ({ ...child, parent: into }))],
      nodesDropped: nodes,
      indicatorsPut: broughtTo(into, nodes.flatMap((one) => indicatorsOf(plan, one)), indicatorsOf(plan, into)),
      lineage: nodes.map((from): LineageEntry => ({ kind: 'merged', from, to: [into] })),
    };
  },
});

function mergeFaults({ nodes, into, newNode }: MergeNodes, plan: WorkedPlan, facts: PlanFacts): readonly Fault[] {
  const unknown = [
    ...nodes.flatMap((one, index) => missing(plan, 'nodes', one, `nodes[${index}]`)),
    ...(newNode === undefined ? missing(plan, 'nodes', into, 'into') : []),
  ];
  if (unknown.length > 0) return unknown;
  const { level } = nodeIn(plan, newNode === undefined ? into : nodes[0] as string);
  return [
    ...nodes.flatMap((one, index) => {
      const path = `nodes[${index}]`;
      if (one === into) return [{ path, message: 'cannot be merged into itself' }];
      if (nodes.indexOf(one) < index) return [{ path, message: 'is named already' }];
      return nodeIn(plan, one).level === level ? [] : [{ path, message: `is no ${level}` }];
    }),
    ...(newNode === undefined ? [] : newNodeFaults(inPlaceOf(nodeIn(plan, nodes[0] as string), newNode), 'into', plan, facts, ...nodes)),
    ...(newNode !== undefined && nodes.length < 2 ? [{ path: 'nodes', message: 'must have at least 2 members' }] : []),
  ];
}

export const nodeSplit: Judge<SplitNode> = (change, plan, facts) => ({
  faults: splitFaults(change, plan, facts),
  effect() {
    const { node: id, into } = change;
    const node = nodeIn(plan, id);
    const partOf = (member: 'children' | 'indicators', one: string) => (into.find((part) => part[member].includes(one)) ?? into[0])?.node.id ?? id;
    const children = childrenOf(plan, id).map((child) => ({ ...child, parent: partOf('children', child.id) }));
    return {
      nodesPut: [...into.map((part) => inPlaceOf(node, part.node)), ...children],
      nodesDropped: [id],
      indicatorsPut: indicatorsOf(plan, id).map((indicator) => ({ ...indicator, node: partOf('indicators', indicator.id) })),
      lineage: [{ kind: 'split', from: id, to: into.map((part) => part.node.id) }],
    };
  },
});

function splitFaults({ node: id, into }: SplitNode, plan: WorkedPlan, facts: PlanFacts): readonly Fault[] {
  const node = plan.nodes.get(id);
  if (node === undefined) return missing(plan, 'nodes', id, 'node');
  const numbers = into.map((part) => part.node.number);
  return into.flatMap((part, index) => [
    ...(numbers.indexOf(part.node.number) < index ? [taken(`into[${index}].number`, part.node.number)] : []),
    ...newNodeFaults(inPlaceOf(node, part.node), `into[${index}]`, plan, facts, id),
    ...shareFaults(into, 'children', index, new Set(childrenOf(plan, id).map((one) => one.id))),
    ...shareFaults(into, 'indicators', index, new Set(indicatorsOf(plan, id).map((one) => one.id))),
  ]);
}

/** What hangs on the node goes to one part, and nothing else does. */
function shareFaults(into: readonly SplitPart[], member: 'children' | 'indicators', index: number, there: ReadonlySet<string>): readonly Fault[] {
  const before = new Set(into.slice(0, index).flatMap((part) => part[member]));
  const own = into[index]?.[member] ?? [];
  return own.flatMap((one, at) => {
    const path = `into[${index}].${member}[${at}]`;
    if (!there.has(one)) return [{ path, message: 'does not hang on the node that is split' }];
    return before.has(one) || own.indexOf(one) < at ? [{ path, message: 'is named already' }] : [];
  });
}

function inPlaceOf({ parent, level }: PlanNode, node: NodeInPlace): PlanNode {
  return { ...node, level, ...(parent !== undefined && { parent }) };
}
