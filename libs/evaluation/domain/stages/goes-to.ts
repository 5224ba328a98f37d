import type { Stage } from '../../../scheme/domain/scheme.events.ts';
import { holds, type Answers } from '../content/unanswered.ts';

/** Whether a sheet goes to a stage by the scheme: by its condition, or because all do. */
export function goesTo({ condition }: Stage, sheet: Answers): boolean {
  return condition === undefined || holds(condition, sheet);
}
