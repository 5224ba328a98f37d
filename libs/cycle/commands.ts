import { reject } from '../kernel/decision.ts';
import { municipalityDecider, municipalityStream } from '../municipality/domain/municipality.ts';
import { planDecider, planStream } from '../plan/domain/plan.ts';
import { commandOf, noFacts, type FactReader } from '../platform/commands/verb.ts';
import { schemeDecider, schemeStream, versionOf } from '../scheme/domain/scheme.ts';
import { addSheet, type AddSheet as AddSheetBody, type AddSheetFacts } from './domain/add-sheet.ts';
import { cycleDecider, type Cycle, type OpenCycle as OpenedCycle } from './domain/cycle.ts';
import { extend, type ExtendDeadline as ExtendDeadlineBody, type ExtendDeadlineFacts } from './domain/extend.ts';
import { open, type OpenCycle as OpenCycleBody, type OpenCycleFacts } from './domain/open.ts';
import { recordEdition } from './domain/record-edition.ts';
import { recordPublicationRefusal } from './domain/record-publication-refusal.ts';
import { recordRefusal } from './domain/record-refusal.ts';
import { takeSchemeVersion, type TakeSchemeVersion as TakeSchemeVersionBody } from './domain/take-scheme-version.ts';

interface Here {
  readonly municipality: string;
}

export const OpenCycle = commandOf({
  name: 'cycle.open',
  decider: cycleDecider,
  opens: true,
  async facts(reader, { municipality, plans: asked }: OpenCycleBody & Here) {
    const { state, revision: schemeRevision } = await reader.fold(schemeDecider, schemeStream(municipality));
    const scheme = state.versions.at(-1);
    if (scheme === undefined) return reject('scheme-missing');
    const plans = await Promise.all(asked.map((plan) => reader.fold(planDecider, planStream(municipality, plan))));
    return { plans, scheme, schemeRevision } satisfies OpenCycleFacts;
  },
  decide: open,
});

export const AddSheet = commandOf({
  name: 'cycle.add-sheet',
  decider: cycleDecider,
  async facts(reader, { municipality, plan: asked }: AddSheetBody & Here, cycle): Promise<AddSheetFacts> {
    const { schemeVersion } = opened(cycle);
    const { state: plan, revision: planRevision } = await reader.fold(planDecider, planStream(municipality, asked));
    const scheme = versionOf((await reader.fold(schemeDecider, schemeStream(municipality))).state, schemeVersion);
    if (scheme === undefined) throw new Error(`a cycle under version ${schemeVersion} of the scheme, and no such version`);
    return { plan, planRevision, scheme };
  },
  decide: addSheet,
});

export const ExtendDeadline = commandOf({
  name: 'cycle.extend',
  decider: cycleDecider,
  async facts(reader, { municipality, for: { node } }: ExtendDeadlineBody & Here, cycle): Promise<ExtendDeadlineFacts> {
    const { state: office } = await reader.fold(municipalityDecider, municipalityStream(municipality));
    if (office.phase === 'absent') throw new Error('a cycle of a municipality that was never founded');
    const section = await sectionOf(reader, municipality, node, opened(cycle));
    return {
      departments: new Set(office.departments.map(({ id }) => id)),
      departmentOfNode: office.sections.find(({ id }) => id === section)?.department,
    };
  },
  decide: extend,
});

export const TakeSchemeVersion = commandOf({
  name: 'cycle.take-scheme-version',
  decider: cycleDecider,
  async facts(reader, { municipality }: TakeSchemeVersionBody & Here) {
    const { state: scheme, revision: schemeRevision } = await reader.fold(schemeDecider, schemeStream(municipality));
    return { scheme, schemeRevision };
  },
  decide: takeSchemeVersion,
});

/** Only the list that opens the sheets of a cycle asks for this. */
export const RecordRefusal = commandOf({
  name: 'cycle.record-refusal', decider: cycleDecider, facts: noFacts, decide: recordRefusal,
});

/** Only the list that makes editions asks for these two. */
export const RecordEdition = commandOf({
  name: 'cycle.record-edition', decider: cycleDecider, facts: noFacts, decide: recordEdition,
});

export const RecordPublicationRefusal = commandOf({
  name: 'cycle.record-publication-refusal', decider: cycleDecider, facts: noFacts, decide: recordPublicationRefusal,
});

/** The section that leads a node of the cycle, by its plan as it is now. */
async function sectionOf(reader: FactReader, municipality: string, node: string | undefined, { nodes }: OpenedCycle) {
  const chosen = nodes.find((one) => one.node === node);
  if (chosen === undefined) return undefined;
  const { state } = await reader.fold(planDecider, planStream(municipality, chosen.plan));
  return state.phase === 'absent' ? undefined : state.nodes.get(chosen.node)?.section;
}

/** The runner lets no other verb than `open` come to a cycle that is not there. */
function opened(cycle: Cycle): OpenedCycle {
  if (cycle.phase === 'absent') throw new Error('no cycle');
  return cycle;
}
