import type { AdoptedPlan, VersionContents } from './plan.ts';

/**
 * What held at a revision of the plan's stream, with the targets that were changed while it held: the version that holds
 * now is the plan as it is, one that ended as it stood at its end. Before the first version nothing else is there to show.
 */
export function contentsAt(plan: AdoptedPlan, planRevision: number): VersionContents {
  const version = plan.versions.findLast(({ revision }) => revision <= planRevision) ?? plan.versions[0];
  return version?.atEnd ?? plan;
}
