import { randomUUID } from 'node:crypto';
import { dayAfter, type Day } from '../../kernel/day.ts';
import type { Uuid } from '../../kernel/uuid.ts';
import type { FoundedMunicipality } from '../domain/municipality.ts';
import { holdersOn } from '../domain/office.ts';
import type { Roster, RosterRow } from './roster.ts';

/** What the private store knows of people before a list is read. */
export interface KnownNumbers {
  /** The person by the office's number. */
  readonly numbers: ReadonlyMap<string, Uuid>;
  readonly nameOf: (person: Uuid) => string | undefined;
}

/**
 * Who is meant by each number of a list. Whoever held the very post under the very name before the office gave numbers is
 * recognised by that; anybody else without a number is new, under an id that says nothing.
 */
export function recognisePeople(
  { rows, date }: Roster, office: FoundedMunicipality, { numbers, nameOf }: KnownNumbers,
): ReadonlyMap<string, Uuid> {
  const taken = new Set(numbers.values());
  const meant = new Map<string, Uuid>();
  const recognise = ({ post, holder }: RosterRow) => {
    if (holder === undefined || numbers.has(holder.number) || meant.has(holder.number)) return;
    const known = holdersAround(office, post.id, date)
      .find((person) => !taken.has(person) && withoutSpaces(nameOf(person) ?? '') === withoutSpaces(holder.name));
    if (known === undefined) return;
    taken.add(known);
    meant.set(holder.number, known);
  };
  rows.forEach(recognise);
  for (const { holder } of rows) {
    if (holder === undefined || meant.has(holder.number)) continue;
    meant.set(holder.number, numbers.get(holder.number) ?? randomUUID());
  }
  return meant;
}

function holdersAround(office: FoundedMunicipality, post: string, date: Day): readonly Uuid[] {
  return [date, dayAfter(date, -1)].flatMap((day) => holdersOn(office, post, day).map(({ person }) => person));
}

/** 「見本 太郎」 is 「見本太郎」. */
function withoutSpaces(name: string): string {
  return name.replaceAll(/\s/gu, '');
}
