import type { FiscalYear } from '../../../kernel/fiscal-year.ts';
import type { AdoptedPlan, PlanVersion } from '../plan.ts';
import type { Proposal } from './plan-revision.ts';
import type { ProposedChange } from './proposed-change.ts';

/** Why a node or an indicator is another thing in a later version: a proposal that was taken, or a target changed between versions. */
export type Because = Pick<Proposal, 'reason' | 'text' | 'evidence'> & {
  readonly proposal?: string;
  readonly kind: ProposedChange['kind'];
  /** Of a target. */
  readonly year?: FiscalYear;
};

/** By the ids of nodes and indicators, the oldest reason first. */
export function reasonsBetween({ planRevisions, targetChanges, versions }: AdoptedPlan, from: PlanVersion, to: PlanVersion): ReadonlyMap<string, readonly Because[]> {
  const because = new Map<string, Because[]>();
  const add = (id: string, one: Because) => because.set(id, [...because.get(id) ?? [], one]);
  const adoptions = new Set(versions.map(({ revision }) => revision));
  for (const { revision, indicator, year, reason, text, evidence } of targetChanges) {
    const isBetween = revision > from.revision && revision < to.revision;
    if (isBetween && !adoptions.has(revision)) add(indicator, { kind: 'change-target', year, reason, text, evidence });
  }
  for (const { outcome, proposals } of planRevisions) {
    if (outcome.kind !== 'adopted' || outcome.planVersion <= from.planVersion || outcome.planVersion > to.planVersion) continue;
    for (const { proposal, change, reason, text, evidence, outcome: { kind } } of proposals.values()) {
      if (kind !== 'taken') continue;
      const one = { proposal, kind: change.kind, ...(change.kind === 'change-target' && { year: change.year }), reason, text, evidence };
      for (const id of touchedBy(change)) add(id, one);
    }
  }
  return because;
}

function touchedBy(change: ProposedChange): readonly string[] {
  switch (change.kind) {
    case 'change-target': case 'drop-indicator': return [change.indicator];
    case 'add-node': return [change.node.id];
    case 'drop-node': case 'rename-node': case 'move-node': case 'change-owner': return [change.node];
    case 'merge-nodes': return [...change.nodes, change.into];
    case 'split-node': return [change.node, ...change.into.map(({ node }) => node.id)];
    case 'add-indicator': return [change.indicator.id];
    case 'replace-indicator': return [change.indicator, change.replacement.id];
  }
}
