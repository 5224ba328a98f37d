import type { Fault } from '../../../kernel/fault.ts';
import type { Placed } from '../reading.ts';

/** Faults of parts that are looked up by their ids. */
export function repeatedIds(parts: readonly Placed<{ readonly id: string }>[]): readonly Fault[] {
  const seen = new Set<string>();
  return parts.flatMap(({ path, part: { id } }) => {
    const isThere = seen.has(id);
    seen.add(id);
    return isThere ? [{ path: `${path}.id`, message: `${id} is there already` }] : [];
  });
}

/** A list inside a part that was read. */
export function placedIn<Part>(path: string, parts: readonly Part[]): readonly Placed<Part>[] {
  return parts.map((part, index) => ({ path: `${path}[${index}]`, part }));
}
