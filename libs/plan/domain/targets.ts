import type { Instant } from '../../kernel/clock.ts';
import type { FiscalYear } from '../../kernel/fiscal-year.ts';
import { printValue } from '../../kernel/value-print.ts';
import type { TypedValue } from '../../kernel/value.ts';
import type { AdoptedPlan, PlanVersion, TargetChange } from './plan.ts';
import type { RevisionEvidence } from './plan.events.ts';
import type { RevisionReason } from './revision/revision.events.ts';

/** The targets of one indicator for one year, oldest first: the last of them holds. */
export interface TargetsOfYear {
  readonly year: FiscalYear;
  readonly held: readonly HeldTarget[];
}

export interface HeldTarget {
  /** null from when on there was none. */
  readonly value: TypedValue | null;
  readonly since: Instant;
  readonly by: string;
  readonly planVersion: number;
  /** Of the plan's stream, where it came to hold. */
  readonly revision: number;
  /** Undefined where it came with the version. */
  readonly change?: { readonly reason: RevisionReason; readonly text: string; readonly evidence: readonly RevisionEvidence[] };
}

/** Every target that ever held for an indicator. */
export function targetsEverHeld({ versions, targetChanges }: AdoptedPlan, indicator: string): readonly TargetsOfYear[] {
  const changes = targetChanges.filter((change) => change.indicator === indicator);
  const years = new Set([
    ...versions.flatMap(({ indicators }) => indicators.get(indicator)?.targets.map(({ year }) => year) ?? []),
    ...changes.map(({ year }) => year),
  ]);
  return [...years].toSorted((one, other) => one - other).map((year) => ({
    year, held: heldIn(versions.map((version) => fromVersion(version, indicator, year)), changes.filter((change) => change.year === year)),
  }));
}

/** Changes and versions in the order in which they came; a version that says the same again, as one does that came of its changes, begins nothing. */
function heldIn(fromVersions: readonly HeldTarget[], changes: readonly TargetChange[]): readonly HeldTarget[] {
  const inOrder = [...changes.map((change) => fromChange(change, fromVersions)), ...fromVersions]
    .toSorted((one, other) => one.revision - other.revision);
  const held: HeldTarget[] = [];
  for (const target of inOrder) if (!sameValue(held.at(-1)?.value ?? null, target.value)) held.push(target);
  return held;
}

function fromVersion({ indicators, planVersion, at, by, revision }: PlanVersion, indicator: string, year: FiscalYear): HeldTarget {
  const value = indicators.get(indicator)?.targets.find((target) => target.year === year)?.value ?? null;
  return { value, since: at, by, planVersion, revision };
}

function fromChange({ new: value, at, by, revision, reason, text, evidence }: TargetChange, fromVersions: readonly HeldTarget[]): HeldTarget {
  const { planVersion } = fromVersions.findLast((version) => version.revision <= revision) as HeldTarget;
  return { value, since: at, by, planVersion, revision, change: { reason, text, evidence } };
}

/** Whether two values claim the same, however they were typed. */
export function sameValue(one: TypedValue | null, other: TypedValue | null): boolean {
  if (one === null || other === null) return one === other;
  return printValue(one.understood) === printValue(other.understood);
}
