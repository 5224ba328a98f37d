import type { Fault } from '../../kernel/fault.ts';
import type { Placed } from './reading.ts';

interface Named {
  readonly id: string;
}

/** How a list of a scheme may move on: what is gone is told, what stays is compared, what is new may be looked at. */
export interface Moving<Part> {
  /** Of the list, where what is gone cannot be pointed at. */
  readonly path: string;
  readonly what: string;
  readonly changed: (after: Placed<Part>, before: Part) => readonly Fault[];
  readonly added: (after: Placed<Part>) => readonly Fault[];
}

export function compareParts<Part extends Named>(
  before: readonly Part[], after: readonly Placed<Part>[], { path, what, changed, added }: Moving<Part>,
): readonly Fault[] {
  const earlier = new Map(before.map((part) => [part.id, part]));
  const stays = new Set(after.map(({ part }) => part.id));
  return [
    ...before.filter(({ id }) => !stays.has(id)).map(({ id }) => ({ path, message: `has no ${what} ${id} any more` })),
    ...after.flatMap((one) => {
      const part = earlier.get(one.part.id);
      return part === undefined ? added(one) : changed(one, part);
    }),
  ];
}

export function fault(path: string, message: string): readonly Fault[] {
  return [{ path, message }];
}

export function noFaults(): readonly Fault[] {
  return [];
}

/** The members that are not the same any more, each of which may not be changed. */
export function changedMembers<Part extends object>(path: string, before: Part, after: Part, members: readonly (keyof Part & string)[]): readonly Fault[] {
  return members.filter((member) => !same(before[member], after[member]))
    .map((member) => ({ path: `${path}.${member}`, message: 'is not what it was' }));
}

/** In whatever order their members were written. */
export function same(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other;
  const [mine, theirs] = [Object.entries(one), Object.entries(other)];
  return mine.length === theirs.length
    && mine.every(([member, value]) => member in other && same(value, (other as Readonly<Record<string, unknown>>)[member]));
}
