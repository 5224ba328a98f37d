import { municipalityDecider, municipalityStream } from '../municipality/domain/municipality.ts';
import { commandOf, type FactReader } from '../platform/commands/verb.ts';
import { adopt, type AdoptScheme as AdoptSchemeBody, type AdoptSchemeFacts } from './domain/adopt.ts';
import { schemeDecider } from './domain/scheme.ts';

export const AdoptScheme = commandOf({
  name: 'scheme.adopt', decider: schemeDecider, opens: true, facts: officeFacts, decide: adopt,
});

async function officeFacts(reader: FactReader, { municipality }: AdoptSchemeBody & { readonly municipality: string }): Promise<AdoptSchemeFacts> {
  const { state } = await reader.fold(municipalityDecider, municipalityStream(municipality));
  return { departments: state.phase === 'absent' ? undefined : new Set(state.departments.map(({ id }) => id)) };
}
