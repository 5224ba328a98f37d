import type { Decider } from '../../kernel/decider.ts';
import { streamName } from '../../kernel/stream-name.ts';
import { municipalityCatalogue, type MunicipalityEvent, type MunicipalityFounded } from './municipality.events.ts';

export type Municipality = { readonly phase: 'absent' } | FoundedMunicipality;

export interface FoundedMunicipality extends Omit<MunicipalityFounded, 'type'> {
  readonly phase: 'founded';
}

export const municipalityDecider: Decider<Municipality, MunicipalityEvent> = {
  category: 'municipality',
  initial: { phase: 'absent' },
  catalogue: municipalityCatalogue,
  evolve: (_state, { name, demonstration, departments, sections, posts, appointments }) =>
    ({ phase: 'founded', name, demonstration, departments, sections, posts, appointments }),
};

export function municipalityStream(municipality: string): string {
  return streamName(municipalityDecider.category, municipality);
}

/**
 * Short words that name a tenant in addresses and streams: no hyphen, which separates the parts of a stream's name, and
 * not the word under which the API's documents stand.
 */
export const municipalityIdPattern = /^(?!docs$)[a-z][a-z0-9]{1,30}$/;

export function isMunicipalityId(text: string): boolean {
  return municipalityIdPattern.test(text);
}
