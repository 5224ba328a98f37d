import type { Instant } from '../../kernel/clock.ts';
import type { Decider, Recorded } from '../../kernel/decider.ts';
import type { FiscalYear } from '../../kernel/fiscal-year.ts';
import type { Label } from '../../kernel/label.ts';
import { streamName } from '../../kernel/stream-name.ts';
import type { TypedValue } from '../../kernel/value.ts';
import {
  planCatalogue, type Evidence, type Indicator, type PlanAdopted, type PlanEvent, type PlanNode, type TargetChanged, type TargetReason,
} from './plan.events.ts';

export type Plan = { readonly phase: 'absent' } | DraftPlan | AdoptedPlan;

export interface PlanContents {
  readonly name: Label;
  readonly firstYear: FiscalYear;
  readonly lastYear: FiscalYear;
  /** By id, in the order in which they were first drafted: parents before their children. */
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
}

/** A version as it was adopted; what was changed in its targets since stands in `targetChanges`. */
export interface PlanVersion extends PlanContents {
  readonly planVersion: number;
  readonly fromYear: FiscalYear;
  readonly by: string;
  readonly at: Instant;
  readonly revision: number;
}

export interface TargetChange {
  readonly indicator: string;
  readonly year: FiscalYear;
  readonly old: TypedValue | null;
  readonly new: TypedValue;
  readonly reason: TargetReason;
  readonly text: string;
  readonly evidence: readonly Evidence[];
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
    }
  },
};

function adopted(plan: Plan, { planVersion, fromYear, atOnce }: PlanAdopted, recorded: Recorded): AdoptedPlan {
  const contents = contentsOf(plan, atOnce);
  const versions = plan.phase === 'adopted' ? plan.versions : [];
  const { actor: by, recordedAt: at, revision } = recorded;
  return {
    ...contents, phase: 'adopted', planVersion, fromYear, targetChanges: plan.phase === 'adopted' ? plan.targetChanges : [],
    versions: [...versions, { ...contents, planVersion, fromYear, by, at, revision }],
  };
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

function withAll<Item extends { readonly id: string }>(before: ReadonlyMap<string, Item>, items: readonly Item[]): ReadonlyMap<string, Item> {
  const after = new Map(before);
  for (const item of items) after.set(item.id, item);
  return after;
}

function without<Item>(before: ReadonlyMap<string, Item>, ids: readonly string[]): ReadonlyMap<string, Item> {
  const after = new Map(before);
  for (const id of ids) after.delete(id);
  return after;
}

function withTarget(
  plan: AdoptedPlan, { indicator: id, year, old, new: next, reason, text, evidence }: TargetChanged, recorded: Recorded,
): AdoptedPlan {
  const indicator = plan.indicators.get(id);
  if (indicator === undefined) throw new Error(`a target of ${id}, which the plan does not have`);
  const targets = [...indicator.targets.filter((target) => target.year !== year), { year, value: next }]
    .toSorted((one, other) => one.year - other.year);
  const { actor: by, recordedAt: at, revision } = recorded;
  const change = { indicator: id, year, old, new: next, reason, text, evidence, by, at, revision };
  return { ...plan, indicators: withAll(plan.indicators, [{ ...indicator, targets }]), targetChanges: [...plan.targetChanges, change] };
}

export function planStream(municipality: string, plan: string): string {
  return streamName(planDecider.category, municipality, plan);
}
