import type { Fault } from '../../../kernel/fault.ts';
import type { PlanFacts } from '../node-faults.ts';
import type { PlanContents } from '../plan.ts';
import type { Indicator, PlanNode } from '../plan.events.ts';
import { indicatorsOf } from '../tree.ts';
import type { LineageEntry, RevisedTarget, RevisionEffect } from './revision.events.ts';

/** A plan into which some proposals may have been worked already, with what came of them. */
export interface WorkedPlan extends Omit<PlanContents, 'name'> {
  readonly lineage: readonly LineageEntry[];
  readonly targetChanges: readonly RevisedTarget[];
}

/** What is wrong with a change, and what it does where nothing is. */
export interface Judged {
  readonly faults: readonly Fault[];
  readonly effect: () => Partial<RevisionEffect>;
}

export type Judge<Change> = (change: Change, plan: WorkedPlan, facts: PlanFacts) => Judged;

/** That a node or an indicator is not there, and where it went when a proposal before this one took it away. */
export function missing(plan: WorkedPlan, what: 'nodes' | 'indicators', id: string, path: string): readonly Fault[] {
  if (plan[what].has(id)) return [];
  const gone = plan.lineage.find(({ from }) => from === id);
  const one = what === 'nodes' ? 'node' : 'indicator';
  return [{ path, message: gone === undefined ? `there is no ${one} ${id}` : `${id} is ${gone.kind} already, and leads to ${gone.to.join(', ')}` }];
}

/** No two nodes of a plan have one number. */
export function numberFaults({ nodes }: WorkedPlan, number: string, path: string, ...except: readonly string[]): readonly Fault[] {
  return [...nodes.values()].some((node) => node.number === number && !except.includes(node.id)) ? [taken(path, number)] : [];
}

/** Nor two indicators of a node. */
export function indicatorNumberFaults(plan: WorkedPlan, { node, number }: Indicator, path: string, except?: string): readonly Fault[] {
  return number !== undefined && indicatorsOf(plan, node).some((one) => one.number === number && one.id !== except) ? [taken(path, number)] : [];
}

export function taken(path: string, number: string): Fault {
  return { path, message: `${number} is there already` };
}

/** Indicators on another node: one whose number is taken there comes without it. */
export function broughtTo(node: string, brought: readonly Indicator[], there: readonly Indicator[]): readonly Indicator[] {
  const numbers = new Set(there.map(({ number }) => number));
  return brought.map(({ number, ...indicator }) => {
    const isFree = number !== undefined && !numbers.has(number);
    numbers.add(number);
    return { ...indicator, node, ...(isFree && { number }) };
  });
}

export function nodeIn(plan: WorkedPlan, id: string): PlanNode {
  const node = plan.nodes.get(id);
  if (node === undefined) throw new Error(`there is no node ${id}`);
  return node;
}
