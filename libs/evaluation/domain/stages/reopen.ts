import type { Asked } from '../../../kernel/asked.ts';
import { isBlank } from '../../../kernel/blank.ts';
import { accept, isRejected, reject, type Decision } from '../../../kernel/decision.ts';
import type { OpenedSheet, Sheet } from '../sheet.ts';
import { toSection, type SheetEvent } from '../sheet.events.ts';
import { inPhaseFor } from '../sheet.rejections.ts';
import type { StageRejection } from '../stage.rejections.ts';

export interface Reopen {
  /** A stage that came to a result, or `section`. */
  readonly to: string;
  readonly reason: string;
}

export interface ReopenFacts {
  /** A publication that would take the sheet is asked and not yet recorded. */
  readonly isAsked: boolean;
  /** The newest edition of the public step in which the sheet stands. */
  readonly publicEdition?: number;
  readonly cycleRevision: number;
}

/**
 * 再開: until the sheet is published. What was said in the stages stays; what they came to is undone from there on. What a
 * sub-group proposes, and the whole will not confirm, is undone in its own stage.
 */
export function reopen(
  { to, reason }: Reopen & Asked, sheet: Sheet, { isAsked, publicEdition, cycleRevision }: ReopenFacts,
): Decision<SheetEvent, StageRejection> {
  const ended = inPhaseFor(sheet, 'reopen');
  if (isRejected(ended)) return ended;
  if (publicEdition !== undefined) return reject('sheet-published', { edition: publicEdition });
  if (isAsked) return reject('publication-running');
  if (!hasComeToSomething(ended, to)) return reject('stage-unknown', { stage: to });
  return isBlank(reason) ? reject('reason-missing') : accept({ type: 'SheetReopened', to, reason, cycleRevision });
}

function hasComeToSomething(sheet: OpenedSheet, to: string): boolean {
  if (sheet.phase === 'handed-over') return to === sheet.stage && sheet.works[to]?.proposed !== undefined;
  return to === toSection || (sheet.phase !== 'voided' && sheet.works[to]?.result !== undefined);
}
