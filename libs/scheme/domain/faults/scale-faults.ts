import { compare } from '../../../kernel/decimal.ts';
import type { Fault } from '../../../kernel/fault.ts';
import type { Place, Placed } from '../reading.ts';
import type { RatingScale, SchemeContents } from '../scheme.events.ts';
import { placedIn, repeatedIds } from './repeated-ids.ts';

export function scaleFaults({ scales: given }: SchemeContents, place: Place): readonly Fault[] {
  const { parts: scales } = place('scales', given);
  return [...repeatedIds(scales), ...scales.flatMap((scale) => [
    ...repeatedIds(placedIn(`${scale.path}.grades`, scale.part.grades)),
    ...thresholdFaults(scale),
  ])];
}

/** Thresholds that leave a hole, or where two grades claim the same achievement. A scale may have none at all. */
function thresholdFaults({ path, part: { grades } }: Placed<RatingScale>): readonly Fault[] {
  if (grades.every(({ from }) => from === undefined)) return [];
  return grades.flatMap(({ id, from }, index) => {
    const at = `${path}.grades[${index}].from`;
    if (index === grades.length - 1) {
      return from === undefined ? [] : [{ path: at, message: `leaves a hole: nothing is rated below ${from}, so the worst grade has no "from"` }];
    }
    if (from === undefined) return [{ path: at, message: `leaves a hole: ${id} needs a "from", as other grades have one` }];
    const better = grades.slice(0, index).findLast((grade) => grade.from !== undefined);
    if (better?.from === undefined || compare(from, better.from) < 0) return [];
    return [{ path: at, message: `overlaps: ${id} must begin below the ${better.from} of ${better.id}` }];
  });
}
