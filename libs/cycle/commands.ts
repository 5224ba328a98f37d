import { reject } from '../kernel/decision.ts';
import { planDecider, planStream } from '../plan/domain/plan.ts';
import { commandOf, noFacts } from '../platform/commands/verb.ts';
import { schemeDecider, schemeStream } from '../scheme/domain/scheme.ts';
import { cycleDecider } from './domain/cycle.ts';
import { open, type OpenCycle as OpenCycleBody, type OpenCycleFacts } from './domain/open.ts';
import { recordRefusal } from './domain/record-refusal.ts';

export const OpenCycle = commandOf({
  name: 'cycle.open',
  decider: cycleDecider,
  opens: true,
  async facts(reader, { municipality, plan: planId }: OpenCycleBody & { readonly municipality: string }) {
    const scheme = await reader.fold(schemeDecider, schemeStream(municipality));
    const version = scheme.state.versions.at(-1);
    if (version === undefined) return reject('scheme-missing');
    const plan = await reader.fold(planDecider, planStream(municipality, planId));
    if (plan.state.phase === 'absent') return reject('plan-missing');
    return {
      nodes: new Map(plan.state.nodes.map((node) => [node.id, node])),
      planRevision: plan.revision,
      sheetTypeOf: new Map(version.sheetTypes.map((type) => [type.level, type.id])),
      schemeVersion: version.schemeVersion,
      schemeRevision: scheme.revision,
    } satisfies OpenCycleFacts;
  },
  decide: open,
});

/** Only the list that opens the sheets of a cycle asks for this. */
export const RecordRefusal = commandOf({
  name: 'cycle.record-refusal', decider: cycleDecider, facts: noFacts, decide: recordRefusal,
});
