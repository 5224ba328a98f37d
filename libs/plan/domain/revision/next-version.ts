import type { Recorded } from '../../../kernel/decider.ts';
import type { AdoptedPlan, Plan, PlanContents, PlanVersion } from '../plan.ts';

type Adopting = Pick<AdoptedPlan, 'planVersion' | 'fromYear'>;

/** What a plan is from when a version is adopted; the one before it ends, and how it stood then is kept with it. */
export function nextVersion(
  versions: readonly PlanVersion[], before: Plan, after: PlanContents, { planVersion, fromYear }: Adopting, recorded: Recorded,
): Adopting & PlanContents & Pick<AdoptedPlan, 'phase' | 'versions'> {
  const contents = contentsAlone(after);
  const { actor: by, recordedAt: at, revision } = recorded;
  const last = versions.at(-1);
  const ended = last === undefined || before.phase !== 'adopted' ? []
    : [...versions.slice(0, -1), { ...last, atEnd: { ...contentsAlone(before), planVersion: before.planVersion } }];
  return { ...contents, phase: 'adopted', planVersion, fromYear, versions: [...ended, { ...contents, planVersion, fromYear, by, at, revision }] };
}

function contentsAlone({ name, firstYear, lastYear, nodes, indicators }: PlanContents): PlanContents {
  return { name, firstYear, lastYear, nodes, indicators };
}
