import { onceForEach } from '../../kernel/once-for-each.ts';
import type { AdoptedPlan } from './plan.ts';
import type { LineageEntry } from './revision/revision.events.ts';

type Lineage = readonly LineageEntry[];
type Steps = ReadonlyMap<string, readonly LineageEntry[]>;

const forwards = onceForEach((lineage: Lineage): Steps => Map.groupBy(lineage, ({ from }) => from));
const backwards = onceForEach((lineage: Lineage): Steps =>
  new Map([...Map.groupBy(lineage.flatMap((entry) => entry.to.map((to) => ({ to, entry }))), ({ to }) => to)]
    .map(([to, steps]) => [to, steps.map(({ entry }) => entry)])));

/** The nodes, or indicators, of this plan that a thing became, step by step; empty where it led nowhere. */
export function successorsOf(plan: Pick<AdoptedPlan, 'lineage' | 'nodes' | 'indicators'>, id: string): readonly string[] {
  return followed(id, (one) => endOf(plan.lineage, one)?.to).filter((one) => plan.nodes.has(one) || plan.indicators.has(one));
}

/** All that a node, or an indicator, came from over all versions, the nearest first. */
export function predecessorsOf({ lineage }: Pick<AdoptedPlan, 'lineage'>, id: string): readonly string[] {
  return followed(id, (one) => comingsOf(lineage, one).map(({ from }) => from));
}

/** The indicators of which this one took the place, the nearest first: one series goes through them. */
export function indicatorPredecessors(plan: Pick<AdoptedPlan, 'lineage'>, indicator: string): readonly string[] {
  return predecessorsOf(plan, indicator);
}

/** What became of a thing when it ended: it ends once, and its id never comes back. */
export function endOf(lineage: Lineage, id: string): LineageEntry | undefined {
  return forwards(lineage).get(id)?.[0];
}

/** By which entries others led to it. */
export function comingsOf(lineage: Lineage, id: string): readonly LineageEntry[] {
  return backwards(lineage).get(id) ?? [];
}

function followed(id: string, next: (one: string) => readonly string[] | undefined): readonly string[] {
  const found = new Set([id]);
  // A set that grows while it is walked is walked to its end, and holds each once.
  for (const one of found) for (const end of next(one) ?? []) found.add(end);
  found.delete(id);
  return [...found];
}
