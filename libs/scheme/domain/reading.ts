import type { z } from 'zod';
import { pathText, type Fault } from '../../kernel/fault.ts';
import { plainMessage } from './plain-message.ts';
import type { SchemeContents } from './scheme.events.ts';
import { schemeShape } from './shape.ts';

/** Nobody mends more at once, and a body of nothing but faults must not make an answer many times its size. */
export const mostFaults = 500;

/** A scheme as far as it could be read, so that one who mends it is told everything at once. */
export interface ReadScheme {
  /** What is not as a scheme should be; nothing else is wrong with parts that are named here. */
  readonly faults: readonly Fault[];
  /** Undefined where there are not even lists to look into. Parts that could not be read are in it: `place` leaves them out. */
  readonly contents: SchemeContents | undefined;
  readonly place: Place;
}

/** A part of a scheme, and where it stands. */
export interface Placed<Part> {
  readonly path: string;
  readonly part: Part;
}

/** The parts of a list that could be read, and the ids of all: what refers to an unreadable one refers to something. */
export interface PlacedList<Part> {
  readonly parts: readonly Placed<Part>[];
  readonly ids: ReadonlySet<string>;
}

export type Place = <Part>(path: string, parts: readonly Part[]) => PlacedList<Part>;

/** What is faulty in a member of one of these lists makes that member unreadable, and not what stands around it. */
const listsOfParts: ReadonlySet<PropertyKey> = new Set([
  'levels', 'scales', 'unitPrices', 'sheetTypes', 'sections', 'fields', 'columns', 'balances', 'approvalLines', 'stages',
]);

export function readScheme(asked: unknown): ReadScheme {
  const read = schemeShape.safeParse(asked, { error: plainMessage });
  if (read.success) return { faults: [], contents: read.data, place: placeWithout(new Set()) };
  const isHopeless = read.error.issues.length > mostFaults;
  const issues = read.error.issues.slice(0, mostFaults).flatMap((issue) => innermost(issue, []));
  const unreadable = issues.map(({ path }) => partOf(path));
  const isReadable = !isHopeless && unreadable.every((part) => part !== undefined);
  return {
    faults: issues.map(({ path, message }) => ({ path: pathText(path), message })),
    // What has no issue outside the unreadable parts has the shape everywhere else.
    contents: isReadable ? asked as SchemeContents : undefined,
    place: placeWithout(new Set(unreadable)),
  };
}

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** One for each member that a part should not have, and of a union those of the alternative that was meant. */
function innermost(issue: Issue, prefix: Path): readonly { readonly path: Path; readonly message: string }[] {
  const path = [...prefix, ...issue.path];
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ path: [...path, key], message: 'means nothing here' }));
  const meant = issue.code === 'invalid_union'
    ? issue.errors.find((alternative) => alternative.every((one) => one.path.length > 0 || one.code === 'unrecognized_keys')) : undefined;
  return meant === undefined ? [{ path, message: issue.message }] : meant.flatMap((one) => innermost(one, path));
}

function partOf(path: Path): string | undefined {
  const index = path.findLastIndex((member, at) => typeof member === 'number' && listsOfParts.has(path[at - 1] ?? ''));
  return index === -1 ? undefined : pathText(path.slice(0, index + 1));
}

function placeWithout(unreadable: ReadonlySet<string | undefined>): Place {
  return (path, parts) => ({
    parts: parts.map((part, index) => ({ path: `${path}[${index}]`, part })).filter((one) => !unreadable.has(one.path)),
    ids: idsOf(parts),
  });
}

function idsOf(parts: readonly unknown[]): ReadonlySet<string> {
  return new Set(parts.flatMap((part) => {
    const { id } = (part ?? {}) as { readonly id?: unknown };
    return typeof id === 'string' ? [id] : [];
  }));
}
