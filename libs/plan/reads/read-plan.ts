import { reject } from '../../kernel/decision.ts';
import { municipalityDecider, municipalityStream } from '../../municipality/domain/municipality.ts';
import { queryOf, type Answering } from '../../platform/reads/question.ts';
import { indicatorPredecessors } from '../domain/lineage.ts';
import type { AdoptedPlan, DraftPlan, PlanContents, PlanVersion } from '../domain/plan.ts';
import { targetsEverHeld, type HeldTarget } from '../domain/targets.ts';
import { asOnPaper } from '../domain/tree.ts';
import { evidenceSeenBy } from './evidence-seen.ts';
import { person, versionShown, visiblePlan, type WhichPlan } from './visible-plan.ts';

/** A plan as it stands now: draft or adopted, with every target that holds and every change of one. */
export const ReadPlan = queryOf({
  name: 'plan.read',
  async answer({ plan: id }: WhichPlan, answering) {
    const found = await visiblePlan(id, answering);
    if ('code' in found) return found;
    const { plan, revision } = found;
    return {
      id,
      revision,
      phase: plan.phase,
      ...(plan.phase === 'adopted' && { planVersion: plan.planVersion, fromYear: plan.fromYear }),
      ...await contentsShown(plan, answering),
      targetChanges: await changesShown(plan, answering),
    };
  },
});

/** Which versions there were, oldest first, and at which revision of the plan each was adopted. */
export const ListPlanVersions = queryOf({
  name: 'plan.list-versions',
  async answer({ plan: id }: WhichPlan, answering) {
    const found = await visiblePlan(id, answering);
    if ('code' in found) return found;
    return { id, versions: versionsOf(found.plan).map((version) => versionShown(version, answering)) };
  },
});

/** A version as it was adopted. What was changed in its targets since is not in it. */
export const ReadPlanVersion = queryOf({
  name: 'plan.read-version',
  async answer({ plan: id, version: number }: WhichPlan & { readonly version: string }, answering) {
    const found = await visiblePlan(id, answering);
    if ('code' in found) return found;
    const version = versionsOf(found.plan).find(({ planVersion }) => String(planVersion) === number);
    if (version === undefined) return reject('unknown');
    return { id, ...versionShown(version, answering), ...await contentsShown(version, answering) };
  },
});

/** What an indicator is, and every target that ever held for it. What was attained stands on the sheets. */
export const ReadIndicator = queryOf({
  name: 'plan.read-indicator',
  async answer({ plan: id, indicator: indicatorId }: WhichPlan & { readonly indicator: string }, answering) {
    const found = await visiblePlan(id, answering);
    if ('code' in found) return found;
    const { plan, revision } = found;
    const indicator = plan.indicators.get(indicatorId);
    if (indicator === undefined) return reject('unknown');
    return {
      plan: id,
      revision,
      ...indicator,
      predecessors: plan.phase === 'draft' ? [] : indicatorPredecessors(plan, indicatorId),
      targetsByYear: await targetsShown(plan, indicatorId, answering),
    };
  },
});

function versionsOf(plan: DraftPlan | AdoptedPlan): readonly PlanVersion[] {
  return plan.phase === 'adopted' ? plan.versions : [];
}

/** Nodes as on paper, and what the sections are called today that own them. */
async function contentsShown({ name, firstYear, lastYear, nodes, indicators }: PlanContents, { asker, states }: Answering) {
  const { state: office } = await states.fold(municipalityDecider, municipalityStream(asker.municipality));
  const owners = new Set([...nodes.values()].flatMap(({ section, related }) => [section, ...related]));
  return {
    name,
    firstYear,
    lastYear,
    nodes: asOnPaper(nodes),
    indicators: [...indicators.values()],
    sections: office.phase === 'absent' ? []
      : office.sections.filter(({ id }) => owners.has(id)).map(({ id, name: sectionName }) => ({ id, name: sectionName })),
  };
}

async function changesShown(plan: DraftPlan | AdoptedPlan, answering: Answering) {
  const seen = evidenceSeenBy(answering);
  const changes = plan.phase === 'adopted' ? plan.targetChanges : [];
  return Promise.all(changes.map(async (change) => ({ ...change, ...await seen(change.evidence), by: person(change.by, answering) })));
}

async function targetsShown(plan: DraftPlan | AdoptedPlan, indicator: string, answering: Answering) {
  const seen = evidenceSeenBy(answering);
  const shown = async ({ change, ...target }: HeldTarget) => ({
    ...target, by: person(target.by, answering), ...(change !== undefined && { change: { ...change, ...await seen(change.evidence) } }),
  });
  return Promise.all((plan.phase === 'draft' ? [] : targetsEverHeld(plan, indicator))
    .map(async ({ year, held }) => ({ year, held: await Promise.all(held.map(shown)) })));
}
