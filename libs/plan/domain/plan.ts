import type { Instant } from '../../kernel/clock.ts';
import type { Decider, Recorded } from '../../kernel/decider.ts';
import type { FiscalYear } from '../../kernel/fiscal-year.ts';
import type { Label } from '../../kernel/label.ts';
import { streamName } from '../../kernel/stream-name.ts';
import type { TypedValue } from '../../kernel/value.ts';
import { withAll, without } from './items.ts';
import {
  planCatalogue, type Indicator, type PlanAdopted, type PlanEvent, type PlanNode, type RevisionEvidence, type TargetChanged,
} from './plan.events.ts';
import { withTargets } from './revision/effect.ts';
import { nextVersion } from './revision/next-version.ts';
import { withRevision, type PlanRevision } from './revision/plan-revision.ts';
import type { LineageEntry, RevisionReason } from './revision/revision.events.ts';

export type Plan = { readonly phase: 'absent' } | DraftPlan | AdoptedPlan;

export interface PlanContents {
  readonly name: Label;
  readonly firstYear: FiscalYear;
  readonly lastYear: FiscalYear;
  /** By id, in the order in which they came: while it is a draft, parents before their children. */
  readonly nodes: ReadonlyMap<string, PlanNode>;
  readonly indicators: ReadonlyMap<string, Indicator>;
}

export interface DraftPlan extends PlanContents {
  readonly phase: 'draft';
}

/** The contents are those of the version that holds, with every target as it is now. */
export interface AdoptedPlan extends PlanContents {
  readonly phase: 'adopted';
  readonly planVersion: number;
  readonly fromYear: FiscalYear;
  readonly versions: readonly PlanVersion[];
  readonly targetChanges: readonly TargetChange[];
  /** Of all versions, the oldest first. */
  readonly lineage: readonly LineageEntry[];
  /** The oldest first; only the last may be open. */
  readonly planRevisions: readonly PlanRevision[];
}

export type VersionContents = PlanContents & { readonly planVersion: number };

/** A version as it was adopted; what was changed in its targets since stands in `targetChanges`. */
export interface PlanVersion extends PlanContents {
  readonly planVersion: number;
  readonly fromYear: FiscalYear;
  readonly by: string;
  readonly at: Instant;
  readonly revision: number;
  /** As it stood when the next one was adopted; the version that holds has none. */
  readonly atEnd?: VersionContents;
}

export interface TargetChange {
  readonly indicator: string;
  readonly year: FiscalYear;
  readonly old: TypedValue | null;
  readonly new: TypedValue;
  readonly reason: RevisionReason;
  readonly text: string;
  readonly evidence: readonly RevisionEvidence[];
  readonly by: string;
  readonly at: Instant;
  readonly revision: number;
}

export const planDecider: Decider<Plan, PlanEvent> = {
  category: 'plan',
  initial: { phase: 'absent' },
  catalogue: planCatalogue,
  evolve(plan, event, recorded) {
    if (event.type === 'PlanDrafted') {
      const { name, firstYear, lastYear } = event;
      return { phase: 'draft', name, firstYear, lastYear, nodes: new Map(), indicators: new Map() };
    }
    if (event.type === 'PlanAdopted') return adopted(plan, event, recorded);
    if (plan.phase === 'absent') throw new Error(`${event.type} on a plan that was never begun`);
    switch (event.type) {
      case 'NodesDrafted': return { ...plan, nodes: withAll(plan.nodes, event.nodes) };
      case 'IndicatorsDrafted': return { ...plan, indicators: withAll(plan.indicators, event.indicators) };
      case 'DraftPruned': return { ...plan, nodes: without(plan.nodes, event.nodes), indicators: without(plan.indicators, event.indicators) };
      case 'TargetChanged': return plan.phase === 'adopted' ? withTarget(plan, event, recorded) : plan;
      default: return plan.phase === 'adopted' ? withRevision(plan, event, recorded) : plan;
    }
  },
};

function adopted(plan: Plan, { planVersion, fromYear, atOnce }: PlanAdopted, recorded: Recorded): AdoptedPlan {
  const before = plan.phase === 'adopted' ? plan : { versions: [], targetChanges: [], lineage: [], planRevisions: [] };
  return { ...before, ...nextVersion(before.versions, plan, contentsOf(plan, atOnce), { planVersion, fromYear }, recorded) };
}

function contentsOf(plan: Plan, atOnce: PlanAdopted['atOnce']): PlanContents {
  if (atOnce !== undefined) {
    return { name: atOnce.name, ...everyYear, nodes: withAll(new Map<string, PlanNode>(), atOnce.nodes), indicators: new Map() };
  }
  if (plan.phase === 'absent') throw new Error('a plan was adopted that was never drafted');
  const { name, firstYear, lastYear, nodes, indicators } = plan;
  return { name, firstYear, lastYear, nodes, indicators };
}

/** Plans of the time before drafts say nothing of their years. */
export const everyYear = { firstYear: 1927, lastYear: 9999 };

function withTarget(plan: AdoptedPlan, { indicator, year, old, new: value, reason, text, evidence }: TargetChanged, recorded: Recorded): AdoptedPlan {
  const { actor: by, recordedAt: at, revision } = recorded;
  const change = { indicator, year, old, new: value, reason, text, evidence, by, at, revision };
  return { ...plan, indicators: withTargets(plan.indicators, [change]), targetChanges: [...plan.targetChanges, change] };
}

export function planStream(municipality: string, plan: string): string {
  return streamName(planDecider.category, municipality, plan);
}
