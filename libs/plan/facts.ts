import { reject, type Rejected } from '../kernel/decision.ts';
import { municipalityDecider, municipalityStream } from '../municipality/domain/municipality.ts';
import { sectionIn } from '../municipality/domain/office.ts';
import type { Circumstances, FactReader } from '../platform/commands/verb.ts';
import { schemeDecider, schemeStream } from '../scheme/domain/scheme.ts';
import type { PlanFacts } from './domain/node-faults.ts';
import { planDecider, planStream } from './domain/plan.ts';
import type { RevisionEvidence, UpperNode } from './domain/plan.events.ts';
import { EvidenceExists } from './evidence-exists.ts';

/** Scheme, office and upper plans, as these nodes are judged by them. */
export async function planFacts(
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

/** What of the evidence is not there, or not for the asker to see. */
export async function missingEvidence<Cited extends RevisionEvidence>(
  evidence: readonly Cited[], { asker, lowerRooms }: Circumstances,
): Promise<readonly Cited[]> {
  const missing: Cited[] = [];
  for (const one of evidence) if (!await lowerRooms.asked(EvidenceExists).visible(asker, one)) missing.push(one);
  return missing;
}
