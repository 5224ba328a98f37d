import { reject, type Rejected } from '../kernel/decision.ts';
import { municipalityDecider, municipalityStream } from '../municipality/domain/municipality.ts';
import { sectionIn } from '../municipality/domain/office.ts';
import { commandOf, noFacts, type FactReader } from '../platform/commands/verb.ts';
import { schemeDecider, schemeStream } from '../scheme/domain/scheme.ts';
import { adopt, type AdoptPlan as AdoptPlanBody } from './domain/adopt.ts';
import { changeTarget, type ChangeTarget as ChangeTargetBody, type ChangeTargetFacts } from './domain/change-target.ts';
import { draft, type DraftPlan as DraftPlanBody } from './domain/draft.ts';
import { draftIndicators } from './domain/draft-indicators.ts';
import { draftNodes, type DraftNodes as DraftNodesBody } from './domain/draft-nodes.ts';
import type { PlanFacts } from './domain/node-faults.ts';
import { planDecider, planStream } from './domain/plan.ts';
import type { Evidence, UpperNode } from './domain/plan.events.ts';
import { prune } from './domain/prune.ts';
import { EvidenceExists } from './evidence-exists.ts';

interface Here {
  readonly municipality: string;
}

export const DraftPlan = commandOf({
  name: 'plan.draft',
  decider: planDecider,
  opens: true,
  facts: (reader, { municipality, nodes = [] }: DraftPlanBody & Here) => planFacts(reader, municipality, nodes),
  decide: draft,
});

export const DraftNodes = commandOf({
  name: 'plan.draft-nodes',
  decider: planDecider,
  facts: (reader, { municipality, nodes }: DraftNodesBody & Here) => planFacts(reader, municipality, nodes),
  decide: draftNodes,
});

export const DraftIndicators = commandOf({ name: 'plan.draft-indicators', decider: planDecider, facts: noFacts, decide: draftIndicators });

export const PrunePlan = commandOf({ name: 'plan.prune', decider: planDecider, facts: noFacts, decide: prune });

export const AdoptPlan = commandOf({
  name: 'plan.adopt',
  decider: planDecider,
  facts: (reader, { municipality }: AdoptPlanBody & Here, plan) =>
    planFacts(reader, municipality, plan.phase === 'draft' ? [...plan.nodes.values()] : []),
  decide: adopt,
});

export const ChangeTarget = commandOf({
  name: 'plan.change-target',
  decider: planDecider,
  async facts(_reader, { evidence = [] }: ChangeTargetBody & Here, _plan, { asker, lowerRooms }): Promise<ChangeTargetFacts> {
    const missingEvidence: Evidence[] = [];
    for (const { sheet, revision } of evidence) {
      const isThere = await lowerRooms.asked(EvidenceExists).visible(asker, { sheet, revision });
      if (!isThere) missingEvidence.push({ sheet, revision });
    }
    return { missingEvidence };
  },
  decide: changeTarget,
});

async function planFacts(
  reader: FactReader, municipality: string, nodes: readonly { readonly upper?: readonly UpperNode[] }[],
): Promise<PlanFacts | Rejected> {
  const office = await reader.fold(municipalityDecider, municipalityStream(municipality));
  const scheme = await reader.fold(schemeDecider, schemeStream(municipality));
  const version = scheme.state.versions.at(-1);
  const { state } = office;
  if (version === undefined || state.phase === 'absent') return reject('scheme-missing');
  const upperPlans = new Set(nodes.flatMap(({ upper = [] }) => upper.map(({ plan }) => plan)));
  if (upperPlans.size > mostUpperPlans) {
    return reject('plan-faulty', { faults: [{ path: 'nodes', message: `name more than ${mostUpperPlans} upper plans` }] });
  }
  const upperNodes = new Map<string, ReadonlySet<string>>();
  for (const plan of upperPlans) upperNodes.set(plan, await adoptedNodes(reader, municipality, plan));
  return {
    levels: new Map(version.levels.map((level) => [level.id, level])),
    isSection: (id) => sectionIn(state, id) !== undefined,
    isUpperNode: ({ plan, node }) => upperNodes.get(plan)?.has(node) ?? false,
    schemeRevision: scheme.revision,
    municipalityRevision: office.revision,
  };
}

/** No office has as many; each is a stream to be folded. */
const mostUpperPlans = 50;

async function adoptedNodes(reader: FactReader, municipality: string, plan: string): Promise<ReadonlySet<string>> {
  const { state } = await reader.fold(planDecider, planStream(municipality, plan));
  return new Set(state.phase === 'adopted' ? state.nodes.keys() : []);
}
