import type { Fault } from '../../../kernel/fault.ts';
import type { Place, Placed } from '../reading.ts';
import type { Level, SchemeContents } from '../scheme.events.ts';
import { placedIn, repeatedIds } from './repeated-ids.ts';

export function levelFaults({ levels: given }: SchemeContents, place: Place): readonly Fault[] {
  const { parts: levels, ids } = place('levels', given);
  const rings = new Set<string>();
  return [
    ...repeatedIds(levels),
    ...levels.flatMap((level) => [
      ...parentFaults(level, levels, ids, rings),
      ...repeatedIds(placedIn(`${level.path}.texts`, level.part.texts)),
    ]),
    ...strayLevels(given, levels),
  ];
}

/** Each ring of levels is told once, by its first level. */
function parentFaults(
  { path, part: level }: Placed<Level>, levels: readonly Placed<Level>[], ids: ReadonlySet<string>, rings: Set<string>,
): readonly Fault[] {
  if (level.parent === undefined) return [];
  if (!ids.has(level.parent)) return [{ path: `${path}.parent`, message: `there is no level ${level.parent}` }];
  const ring = ringOf(level, levels);
  if (ring === undefined || ring.some((id) => rings.has(id))) return [];
  for (const id of ring) rings.add(id);
  return [{ path: `${path}.parent`, message: `goes round in a circle: ${[...ring, level.id].join(' → ')}` }];
}

function ringOf(level: Level, levels: readonly Placed<Level>[]): readonly string[] | undefined {
  const ring = [level.id];
  for (let above = level.parent; above !== level.id; above = levels.find(({ part }) => part.id === above)?.part.parent) {
    if (above === undefined || ring.includes(above)) return undefined;
    ring.push(above);
  }
  return ring;
}

/** Several plans may each have a tree of levels, but one that has nothing above or below it was forgotten there. */
function strayLevels(all: readonly Level[], levels: readonly Placed<Level>[]): readonly Fault[] {
  return levels
    .filter(({ part: { id, parent } }) => parent === undefined && id !== all[0]?.id && !levels.some(({ part }) => part.parent === id))
    .map(({ path, part: { id } }) => ({ path: `${path}.parent`, message: `${id} has no level above it and none below` }));
}
