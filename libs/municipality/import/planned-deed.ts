import { canonicalJson } from '../../event-store/canonical-json.ts';
import type { Instant } from '../../kernel/clock.ts';
import type { Day } from '../../kernel/day.ts';
import { isRejected } from '../../kernel/decision.ts';
import { fiscalYearAt, type FiscalYear } from '../../kernel/fiscal-year.ts';
import { operatorAsker } from '../../platform/access/asker.ts';
import { deriveUuid } from '../../platform/commands/command-id.ts';
import type { AnyCommand, CommandClass } from '../../platform/commands/verb.ts';
import { evolveOffice } from '../domain/evolve-office.ts';
import type { MunicipalityEvent, MunicipalityFounded } from '../domain/municipality.events.ts';
import { municipalityStream, type FoundedMunicipality } from '../domain/municipality.ts';
import { organisationProblems } from '../http/municipality.problems.ts';
import { faultAt, faultOfFile, type CellFault, type Column } from './roster.ts';

const importKeys = '6d656775-7269-4000-8000-696d706f7274';

/** Where in a list something comes from; what follows from nobody being in it has no row. */
export interface Cell {
  readonly row: number;
  readonly column: Column;
}

/** One command that a list asks for. */
export interface PlannedDeed {
  readonly from: Cell | undefined;
  commandFor(office: OfficeAt): AnyCommand;
}

/** An office as a list found it. */
export interface OfficeAt {
  readonly municipality: string;
  /** Of its stream. */
  readonly revision: number;
}

export function plannedDeed<Body extends object>(type: CommandClass<Body>, body: Body, from?: Cell): PlannedDeed {
  const { name } = type.verb;
  return {
    from,
    commandFor: ({ municipality, revision }) => {
      // The revision is part of it, because what was undone since may be asked again. Nothing of a file is: what it says
      // of people must not even be guessable from the log.
      const key = deriveUuid(importKeys, municipality, String(revision), name, canonicalJson(body));
      return new type(municipalityStream(municipality), { asker: operatorAsker(municipality), key }, body);
    },
  };
}

/** The id of an appointment that a list makes: the same when it is read again before anything else happened. */
export function appointmentId({ municipality, revision }: OfficeAt, post: string, date: Day): string {
  return `a-${deriveUuid(importKeys, municipality, String(revision), post, date)}`;
}

/** A list holds from its day on in the fiscal year of that day. */
export function yearOf(date: Day): FiscalYear {
  return fiscalYearAt(`${date}T00:00:00Z`);
}

/** The office as it will be when all of it is done, or what its own rules say against it. Nothing is recorded. */
export function tryOut(
  steps: readonly (readonly PlannedDeed[])[], before: FoundedMunicipality, at: OfficeAt, now: Instant,
): FoundedMunicipality | { readonly faults: readonly CellFault[] } {
  let office = before;
  for (const step of steps) {
    const faults: CellFault[] = [];
    for (const deed of step) {
      const { verb, body } = deed.commandFor(at);
      const asked = { ...body, by: 'operator', role: 'operator', now, newId: (name: string) => deriveUuid(importKeys, name) };
      const decision = verb.decide(asked, office, undefined);
      if (isRejected(decision)) faults.push(faultOf(deed, organisationProblems[decision.code]?.ja ?? decision.code));
      else for (const event of decision.events) office = evolveOffice(office, event as Exclude<MunicipalityEvent, MunicipalityFounded>);
    }
    // The next step rests on what was refused: it would be refused for that alone.
    if (faults.length > 0) return { faults };
  }
  return office;
}

function faultOf({ from }: PlannedDeed, message: string): CellFault {
  return from === undefined ? faultOfFile(message) : faultAt(from.row, from.column, message);
}
