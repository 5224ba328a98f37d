import type { Fault } from '../../../kernel/fault.ts';
import { successorsOf } from '../lineage.ts';
import type { PlanFacts } from '../node-faults.ts';
import type { AdoptedPlan } from '../plan.ts';
import { afterEffect, noEffect } from './effect.ts';
import { indicatorAdded, indicatorDropped, indicatorReplaced, targetChanged } from './judge-indicators.ts';
import { nodesMerged, nodeSplit } from './judge-merge-and-split.ts';
import { nodeAdded, nodeDropped, nodeMoved, nodeRenamed, ownerChanged } from './judge-nodes.ts';
import type { Judged, WorkedPlan } from './judged.ts';
import type { Proposal } from './plan-revision.ts';
import type { RevisionEffect } from './revision.events.ts';

/** A proposal as far as it matters to what it does. */
export type Proposed = Pick<Proposal, 'proposal' | 'change' | 'reason' | 'text' | 'evidence'>;

export interface WorkedIn {
  readonly plan: WorkedPlan;
  /** What the proposals do together. */
  readonly effect: RevisionEffect;
  /** By the proposals' places: "proposals[1].change.node". */
  readonly faults: readonly Fault[];
  /** Nodes that are no more and lead nowhere, though something may stand on them. */
  readonly lostNodes: readonly string[];
}

/** Proposals worked into a plan one after the other; one that is faulty is left out. */
export function workIn(proposals: readonly Proposed[], adopted: AdoptedPlan, facts: PlanFacts): WorkedIn {
  const { firstYear, lastYear, nodes, indicators } = adopted;
  let plan: WorkedPlan = { firstYear, lastYear, nodes, indicators, lineage: [], targetChanges: [] };
  const put = { nodes: new Set<string>(), indicators: new Set<string>() };
  const faults: Fault[] = [];
  for (const [index, proposed] of proposals.entries()) {
    const judged = judge(proposed, plan, facts);
    faults.push(...judged.faults.map(({ path, message }) => ({ path: `proposals[${index}].change.${path}`, message })));
    if (judged.faults.length > 0) continue;
    const effect = { ...noEffect, ...judged.effect() };
    plan = {
      ...afterEffect(plan, effect),
      lineage: [...plan.lineage, ...effect.lineage],
      targetChanges: [...plan.targetChanges, ...effect.targetChanges],
    };
    for (const { id } of effect.nodesPut) put.nodes.add(id);
    for (const { id } of effect.indicatorsPut) put.indicators.add(id);
  }
  const nodesDropped = [...nodes.keys()].filter((id) => !plan.nodes.has(id));
  return {
    plan,
    faults,
    lostNodes: nodesDropped.filter((id) => successorsOf(plan, id).length === 0),
    effect: {
      nodesPut: [...put.nodes].flatMap((id) => plan.nodes.get(id) ?? []),
      nodesDropped,
      indicatorsPut: [...put.indicators].flatMap((id) => plan.indicators.get(id) ?? []),
      indicatorsDropped: [...indicators.keys()].filter((id) => !plan.indicators.has(id)),
      lineage: plan.lineage,
      targetChanges: plan.targetChanges.filter(({ indicator }) => plan.indicators.has(indicator)),
    },
  };
}

function judge(proposed: Proposed, plan: WorkedPlan, facts: PlanFacts): Judged {
  const { change } = proposed;
  switch (change.kind) {
    case 'change-target': return targetChanged(proposed)(change, plan, facts);
    case 'add-node': return nodeAdded(change, plan, facts);
    case 'drop-node': return nodeDropped(change, plan, facts);
    case 'rename-node': return nodeRenamed(change, plan, facts);
    case 'move-node': return nodeMoved(change, plan, facts);
    case 'merge-nodes': return nodesMerged(change, plan, facts);
    case 'split-node': return nodeSplit(change, plan, facts);
    case 'change-owner': return ownerChanged(change, plan, facts);
    case 'add-indicator': return indicatorAdded(change, plan, facts);
    case 'replace-indicator': return indicatorReplaced(change, plan, facts);
    case 'drop-indicator': return indicatorDropped(change, plan, facts);
  }
}
