import type { Asked } from '../../kernel/asked.ts';
import { isRejected, reject, type Decision, type Rejected } from '../../kernel/decision.ts';
import { fiscalYearAt, type FiscalYear } from '../../kernel/fiscal-year.ts';
import type { Label } from '../../kernel/label.ts';
import type { FoundedMunicipality, Municipality, OfficeUnit, SectionOverYears } from './municipality.ts';
import type { MunicipalityEvent } from './municipality.events.ts';
import { isLiving } from './office.ts';

/** A verb of an office that is there; before it looks at anything, it is refused when the municipality is closed. */
export function inOffice<Body extends object, Code extends string>(
  decide: (command: Body & Asked, office: FoundedMunicipality) => Decision<MunicipalityEvent, Code>,
) {
  return (command: Body & Asked, municipality: Municipality): Decision<MunicipalityEvent, Code | 'municipality-closed'> => {
    // The runner lets only the founding come to an office that is not there.
    if (municipality.phase === 'absent') throw new Error('no municipality');
    return municipality.phase === 'closed' ? reject('municipality-closed') : decide(command, municipality);
  };
}

type Kind = 'department' | 'section';
export type NotLiving<Of extends Kind> = `${Of}-unknown` | `${Of}-abolished`;
export type WrongYear = 'year-not-begun' | 'year-too-early';

/** The department or section that is meant, or why nothing can be done with it. */
export function livingOne<Of extends Kind, Unit extends OfficeUnit>(
  kind: Of, units: readonly Unit[], id: string,
): Unit | Rejected<NotLiving<Of>> {
  const unit = units.find((one) => one.id === id);
  if (unit === undefined) return reject(`${kind}-unknown`, { [kind]: id });
  if (isLiving(unit)) return unit;
  const { abolishedFrom, mergedInto } = unit;
  return reject(`${kind}-abolished`, { [kind]: id, abolishedFrom, ...(mergedInto !== undefined && { mergedInto }) });
}

/** All that are meant, or why nothing can be done with the first of those that are not there. */
export function livingOnes<Of extends Kind, Unit extends OfficeUnit>(
  kind: Of, units: readonly Unit[], ids: readonly string[],
): readonly Unit[] | Rejected<NotLiving<Of>> {
  const living: Unit[] = [];
  for (const id of ids) {
    const unit = livingOne(kind, units, id);
    if (isRejected(unit)) return unit;
    living.push(unit);
  }
  return living;
}

/** Ids that were ever given stay given. */
export function takenId(items: readonly { readonly id: string }[], id: string): Rejected<'id-taken'> | undefined {
  return items.some((one) => one.id === id) ? reject('id-taken', { id }) : undefined;
}

/**
 * Who may do what follows the office as it stands, so nothing that moves people is recorded before its year begins; what
 * moves nobody may be prepared in the year before.
 */
export function wrongYear(
  { fromYear, now }: { readonly fromYear: FiscalYear } & Pick<Asked, 'now'>,
  earliest: FiscalYear | undefined,
  preparedAhead: 'may be prepared' | 'must have begun',
): Rejected<WrongYear> | undefined {
  const latest = fiscalYearAt(now) + (preparedAhead === 'may be prepared' ? 1 : 0);
  if (fromYear > latest) return reject('year-not-begun', { fromYear, latest });
  if (earliest !== undefined && fromYear < earliest) return reject('year-too-early', { fromYear, earliest });
  return undefined;
}

/** The last fiscal year from which something holds of any of them: their past is not rewritten behind it. */
export function lastYearOf(units: readonly (OfficeUnit | SectionOverYears)[]): FiscalYear | undefined {
  const years = units.flatMap((unit) => [unit, ...unit.names, ...('departments' in unit ? unit.departments : [])])
    .map(({ fromYear }) => fromYear).filter((year) => year !== undefined);
  return years.length === 0 ? undefined : Math.max(...years);
}

/** The later of two years, where either may be unknown. */
export function laterYear(one: FiscalYear | undefined, other: FiscalYear | undefined): FiscalYear | undefined {
  return one === undefined || other === undefined ? one ?? other : Math.max(one, other);
}

export function sameLabel(one: Label | undefined, other: Label | undefined): boolean {
  return one?.ja === other?.ja && one?.en === other?.en;
}
