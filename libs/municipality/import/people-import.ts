import { isRejected, reject, type Rejected } from '../../kernel/decision.ts';
import { fiscalYearAt } from '../../kernel/fiscal-year.ts';
import type { ClockOf } from '../../platform/clock-of.ts';
import type { FoldedStates } from '../../platform/commands/folded-states.ts';
import type { Runner } from '../../platform/commands/runner.ts';
import { isMunicipalityId, municipalityDecider, municipalityStream, type FoundedMunicipality } from '../domain/municipality.ts';
import type { PeopleRecords } from '../people/people-records.ts';
import { compareRoster } from './compare-roster.ts';
import { tryOut, yearOf, type OfficeAt, type PlannedDeed } from './planned-deed.ts';
import { previewOf, type ImportPreview } from './preview.ts';
import { readRoster } from './read-roster.ts';
import { recognisePeople } from './recognise-people.ts';
import { faultAt, type CellFault, type Roster } from './roster.ts';

/** What a list changes, or would change, and where the last of it was recorded. */
export interface ImportedPeople {
  readonly preview: ImportPreview;
  /** How many commands it takes. */
  readonly deeds: number;
  /** Absent when nothing was recorded. */
  readonly position?: string;
}

export interface ImportAsked {
  readonly municipality: string;
  readonly bytes: Uint8Array;
  /** Else it is only looked at. */
  readonly write: boolean;
}

interface Plan {
  readonly preview: ImportPreview;
  readonly deeds: readonly PlannedDeed[];
  readonly at: OfficeAt;
  readonly roster: Roster;
  readonly people: ReadonlyMap<string, string>;
}

/**
 * Takes in who holds which post from a day on. All of it is tried out on the office as it stands before anything is
 * recorded. An import that was cut off is finished by asking again, because the list is then compared with what is there.
 */
export class PeopleImport {
  constructor(private readonly parts: {
    readonly runner: Pick<Runner, 'run'>; readonly states: FoldedStates; readonly clocks: ClockOf; readonly records: PeopleRecords;
  }) {}

  async run({ municipality, bytes, write }: ImportAsked): Promise<ImportedPeople | Rejected> {
    if (!isMunicipalityId(municipality)) return reject('municipality-unknown', { municipality });
    const roster = readRoster(bytes);
    if ('faults' in roster) return faulty(roster.faults);
    const { state, revision } = await this.parts.states.fold(municipalityDecider, municipalityStream(municipality));
    if (state.phase === 'absent') return reject('municipality-unknown', { municipality });
    if (state.phase === 'closed') return reject('municipality-closed', { municipality });
    // From here to the names nothing waits, so that no other list can give the same number to another person meanwhile.
    const plan = this.#plan(roster, state, { municipality, revision });
    if ('faults' in plan) return faulty(plan.faults);
    const { preview, deeds } = plan;
    if (!write) return { preview, deeds: deeds.length };
    this.#namePeople(plan);
    return this.#record(plan);
  }

  #plan(roster: Roster, office: FoundedMunicipality, at: OfficeAt): Plan | { readonly faults: readonly CellFault[] } {
    const { clocks, records } = this.parts;
    const { municipality } = at;
    const now = clocks.now(municipality);
    const [first] = roster.rows;
    if (yearOf(roster.date) > fiscalYearAt(now) + 1) return { faults: [faultAt(first?.row ?? 1, '発令日', '翌年度より後の日付は取り込めません。')] };
    const details = new Map(records.people.all(municipality).map((one) => [one.id, one]));
    const numbers = records.numbers.all(municipality);
    const people = recognisePeople(roster, office, { numbers, nameOf: (person) => details.get(person)?.name });
    const comparison = compareRoster({ roster, office, at, people });
    if (comparison.faults.length > 0) return { faults: comparison.faults };
    const after = tryOut(comparison.steps, office, at, now);
    if ('faults' in after) return after;
    const numberOf = new Map([...numbers, ...people].map(([number, person]) => [person, number]));
    const preview = previewOf({
      municipality, roster, comparison, before: office, after, people, numberOf, details: (person) => details.get(person) ?? {},
    });
    return { preview, deeds: comparison.steps.flat(), at, roster, people };
  }

  /** The numbers come before the log: whoever is cut off in between finds the same people when he asks again. */
  #namePeople({ at: { municipality }, roster, people }: Plan): void {
    const { records } = this.parts;
    records.atOnce(() => {
      const known = records.numbers.all(municipality);
      for (const [number, person] of people) if (!known.has(number)) records.numbers.keep(municipality, number, person);
      for (const { holder } of roster.rows) {
        const person = holder && people.get(holder.number);
        if (holder === undefined || person === undefined) continue;
        records.people.name(municipality, person, holder.name);
        if (holder.mail !== undefined) records.people.address(municipality, person, holder.mail);
      }
    });
  }

  async #record({ preview, deeds, at }: Plan): Promise<ImportedPeople | Rejected> {
    let position: string | undefined;
    for (const [done, deed] of deeds.entries()) {
      const outcome = await this.parts.runner.run(deed.commandFor(at));
      if (isRejected(outcome)) return reject('import-overtaken', { done, of: deeds.length, reason: outcome.code });
      position = outcome.receipt.position;
    }
    return { preview, deeds: deeds.length, ...(position !== undefined && { position }) };
  }
}

function faulty(faults: readonly CellFault[]): Rejected {
  return reject('import-faulty', { faults });
}
