import type { FiscalYear } from '../../../kernel/fiscal-year.ts';
import type { TypedValue } from '../../../kernel/value.ts';
import { withAll, without } from '../items.ts';
import type { PlanContents } from '../plan.ts';
import type { RevisionEffect } from './revision.events.ts';

export const noEffect: RevisionEffect = {
  nodesPut: [], nodesDropped: [], indicatorsPut: [], indicatorsDropped: [], lineage: [], targetChanges: [],
};

/** Nodes and indicators once proposals have been worked in. */
export function afterEffect<Before extends Pick<PlanContents, 'nodes' | 'indicators'>>(before: Before, effect: RevisionEffect): Before {
  const { nodesPut, nodesDropped, indicatorsPut, indicatorsDropped, targetChanges } = effect;
  return {
    ...before,
    nodes: withAll(without(before.nodes, nodesDropped), nodesPut),
    indicators: withTargets(withAll(without(before.indicators, indicatorsDropped), indicatorsPut), targetChanges),
  };
}

/** Indicators with these targets in the place of those that they had for the same years. */
export function withTargets(
  indicators: PlanContents['indicators'], targets: readonly { readonly indicator: string; readonly year: FiscalYear; readonly new: TypedValue }[],
): PlanContents['indicators'] {
  const after = new Map(indicators);
  for (const { indicator: id, year, new: value } of targets) {
    const indicator = after.get(id);
    if (indicator === undefined) throw new Error(`a target of ${id}, which the plan does not have`);
    const others = indicator.targets.filter((target) => target.year !== year);
    after.set(id, { ...indicator, targets: [...others, { year, value }].toSorted((one, other) => one.year - other.year) });
  }
  return after;
}
