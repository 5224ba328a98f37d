import { reject } from '../kernel/decision.ts';
import { municipalityDecider, municipalityStream } from '../municipality/domain/municipality.ts';
import { commandOf } from '../platform/commands/verb.ts';
import { schemeDecider, schemeStream } from '../scheme/domain/scheme.ts';
import { adopt, type AdoptPlan as AdoptPlanBody, type AdoptPlanFacts } from './domain/adopt.ts';
import { planDecider } from './domain/plan.ts';

export const AdoptPlan = commandOf({
  name: 'plan.adopt',
  decider: planDecider,
  opens: true,
  async facts(reader, { municipality }: AdoptPlanBody & { readonly municipality: string }) {
    const office = await reader.fold(municipalityDecider, municipalityStream(municipality));
    const scheme = await reader.fold(schemeDecider, schemeStream(municipality));
    const version = scheme.state.versions.at(-1);
    if (version === undefined || office.state.phase === 'absent') return reject('scheme-missing');
    return {
      levels: new Set(version.levels.map((level) => level.id)),
      sections: new Set(office.state.sections.map((section) => section.id)),
      schemeRevision: scheme.revision,
      municipalityRevision: office.revision,
    } satisfies AdoptPlanFacts;
  },
  decide: adopt,
});
