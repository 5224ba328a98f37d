import type { Decider } from '../../kernel/decider.ts';
import type { Label } from '../../kernel/label.ts';
import { streamName } from '../../kernel/stream-name.ts';
import type { Appointment, Department, MunicipalityEvent, Post, Section } from './municipality.events.ts';
import { municipalityCatalogue } from './municipality.events.ts';

export type Municipality = { readonly phase: 'absent' } | FoundedMunicipality;

export interface FoundedMunicipality {
  readonly phase: 'founded';
  readonly name: Label;
  readonly demonstration: boolean;
  readonly departments: readonly Department[];
  readonly sections: readonly Section[];
  readonly posts: readonly Post[];
  readonly appointments: readonly Appointment[];
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
