import type { Fault } from '../../../kernel/fault.ts';
import { faultsOfNode, levelFaults, ownerFaults, type PlanFacts } from '../node-faults.ts';
import type { PlanNode } from '../plan.events.ts';
import { same } from '../../../scheme/domain/compare-parts.ts';
import { childrenOf, indicatorsOf } from '../tree.ts';
import { missing, nodeIn, numberFaults, type Judge, type WorkedPlan } from './judged.ts';
import type { AddNode, ChangeOwner, DropNode, MoveNode, RenameNode } from './proposed-change.ts';

/** What is wrong with a node that was not there; it may have the number of those whose place it takes. */
export function newNodeFaults(node: PlanNode, path: string, plan: WorkedPlan, facts: PlanFacts, ...insteadOf: readonly string[]): readonly Fault[] {
  const unknownParent = node.parent === undefined ? [] : missing(plan, 'nodes', node.parent, `${path}.parent`);
  return [
    ...unknownParent,
    ...numberFaults(plan, node.number, `${path}.number`, ...insteadOf),
    ...faultsOfNode(node, plan.nodes, facts).map((fault) => ({ path: `${path}.${fault.path}`, message: fault.message }))
      // A parent that is not there has no level either.
      .filter((fault) => !unknownParent.some((unknown) => unknown.path === fault.path)),
  ];
}

export const nodeAdded: Judge<AddNode> = ({ node }, plan, facts) => ({
  faults: newNodeFaults(node, 'node', plan, facts),
  effect: () => ({ nodesPut: [node] }),
});

export const nodeDropped: Judge<DropNode> = ({ node, recommendationsTo }, plan) => {
  const below = childrenOf(plan, node);
  return {
    faults: [
      ...missing(plan, 'nodes', node, 'node'),
      ...(below.length === 0 ? [] : [{ path: 'node', message: `${below.map(({ number }) => number).join(', ')} stand below it` }]),
      ...(recommendationsTo === undefined ? [] : missing(plan, 'nodes', recommendationsTo, 'recommendationsTo')),
      ...(recommendationsTo === node ? [{ path: 'recommendationsTo', message: 'is the node that is dropped' }] : []),
    ],
    effect: () => ({
      nodesDropped: [node],
      indicatorsDropped: indicatorsOf(plan, node).map(({ id }) => id),
      ...(recommendationsTo !== undefined && { lineage: [{ kind: 'dropped', from: node, to: [recommendationsTo] }] }),
    }),
  };
};

export const nodeRenamed: Judge<RenameNode> = ({ node: id, name, number }, plan) => {
  const node = plan.nodes.get(id);
  const isSame = (name === undefined || same(name, node?.name)) && (number === undefined || number === node?.number);
  return {
    faults: node === undefined ? missing(plan, 'nodes', id, 'node') : [
      ...(isSame ? [{ path: name === undefined ? 'number' : 'name', message: 'is what it is called already' }] : []),
      ...(number === undefined ? [] : numberFaults(plan, number, 'number', id)),
    ],
    effect: () => ({ nodesPut: [{ ...nodeIn(plan, id), ...(name !== undefined && { name }), ...(number !== undefined && { number }) }] }),
  };
};

export const nodeMoved: Judge<MoveNode> = ({ node: id, parent, number }, plan, facts) => {
  const node = plan.nodes.get(id);
  if (node === undefined) return { faults: missing(plan, 'nodes', id, 'node'), effect: () => ({}) };
  const { parent: _, ...rest } = node;
  const moved: PlanNode = { ...rest, ...(parent !== undefined && { parent }), ...(number !== undefined && { number }) };
  return {
    faults: [
      ...placeFaults(node, moved, plan, facts),
      ...(number === undefined ? [] : numberFaults(plan, number, 'number', id)),
    ],
    effect: () => ({ nodesPut: [moved] }),
  };
};

function placeFaults(node: PlanNode, { parent, ...moved }: PlanNode, plan: WorkedPlan, facts: PlanFacts): readonly Fault[] {
  if (parent === node.parent) return [{ path: 'parent', message: 'is where it stands already' }];
  if (parent === undefined) return ofParent(levelFaults(moved, plan.nodes, facts));
  const unknown = missing(plan, 'nodes', parent, 'parent');
  if (unknown.length > 0) return unknown;
  if (isAtOrBelow(plan, parent, node.id)) return [{ path: 'parent', message: `${nodeIn(plan, parent).number} stands below ${node.number} itself` }];
  return ofParent(levelFaults({ ...moved, parent }, plan.nodes, facts));
}

/** Its texts were there before, and stay. */
function ofParent(faults: readonly Fault[]): readonly Fault[] {
  return faults.filter(({ path }) => path === 'parent');
}

function isAtOrBelow({ nodes }: WorkedPlan, id: string, above: string): boolean {
  for (let one: string | undefined = id; one !== undefined; one = nodes.get(one)?.parent) if (one === above) return true;
  return false;
}

export const ownerChanged: Judge<ChangeOwner> = ({ node: id, section, related, outside }, plan, facts) => {
  const node = plan.nodes.get(id);
  const owners = { section, related, outside };
  return {
    faults: node === undefined ? missing(plan, 'nodes', id, 'node') : [
      ...ownerFaults(owners, facts),
      ...(same(owners, { section: node.section, related: node.related, outside: node.outside }) ? [{ path: 'section', message: 'owns it already' }] : []),
    ],
    effect: () => ({ nodesPut: [{ ...nodeIn(plan, id), ...owners }] }),
  };
};
