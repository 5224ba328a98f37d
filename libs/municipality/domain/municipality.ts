import type { Day } from '../../kernel/day.ts';
import type { Decider } from '../../kernel/decider.ts';
import type { FiscalYear } from '../../kernel/fiscal-year.ts';
import type { Label } from '../../kernel/label.ts';
import { streamName } from '../../kernel/stream-name.ts';
import { evolveOffice, officeAsFounded } from './evolve-office.ts';
import {
  municipalityCatalogue, type Appointment, type Department, type MunicipalityEvent, type OfficeCalendar, type Post, type Section, type Words,
} from './municipality.events.ts';

/** From the fiscal year on; where there is none, since before the records begin. */
interface Since {
  readonly fromYear?: FiscalYear;
}

/** What departments and sections keep of themselves over the years. Their `name` is the last that was given. */
export interface OfficeUnit extends Since {
  readonly id: string;
  readonly name: Label;
  readonly names: readonly (Since & { readonly name: Label })[];
  readonly abolishedFrom?: FiscalYear;
  /** The one that it became part of, or that took over what was left of it. */
  readonly mergedInto?: string;
}

export interface DepartmentOverYears extends Department, OfficeUnit {}

export interface SectionOverYears extends Section, OfficeUnit {
  readonly name: Label;
  readonly departments: readonly (Since & { readonly department: string })[];
}

export interface PostOverYears extends Post {
  /** The day on which it was closed for good. */
  readonly closedOn?: Day;
}

export type Municipality = { readonly phase: 'absent' } | FoundedMunicipality;

/** The office as it stands now, with what it was before. What is abolished or closed stays, so that no id comes back. */
export interface FoundedMunicipality {
  readonly phase: 'founded' | 'closed';
  readonly name: Label;
  readonly demonstration: boolean;
  readonly departments: readonly DepartmentOverYears[];
  readonly sections: readonly SectionOverYears[];
  readonly posts: readonly PostOverYears[];
  readonly appointments: readonly Appointment[];
  readonly words: Partial<Words>;
  readonly calendar: OfficeCalendar;
}

export const municipalityDecider: Decider<Municipality, MunicipalityEvent> = {
  category: 'municipality',
  initial: { phase: 'absent' },
  catalogue: municipalityCatalogue,
  evolve(municipality, event) {
    if (event.type === 'MunicipalityFounded') return officeAsFounded(event);
    return municipality.phase === 'absent' ? municipality : evolveOffice(municipality, event);
  },
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
