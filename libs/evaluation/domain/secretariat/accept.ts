import type { Asked } from '../../../kernel/asked.ts';
import { accept as record, isRejected, type Decision } from '../../../kernel/decision.ts';
import { asDecided, asSeen, type Deciding } from '../approval-line/deciding.ts';
import { judgedIfDue, type DueFacts } from '../judge.ts';
import type { Sheet } from '../sheet.ts';
import type { SheetEvent } from '../sheet.events.ts';
import { inPhaseFor, type SheetRejection } from '../sheet.rejections.ts';

/** 受付: the secretariat takes the first evaluation as the office's. */
export function accept(command: Deciding & Asked, sheet: Sheet, due: DueFacts): Decision<SheetEvent, SheetRejection> {
  const approved = inPhaseFor(sheet, 'accept');
  if (isRejected(approved)) return approved;
  const seen = asSeen(command, approved);
  if (isRejected(seen)) return seen;
  const decided = asDecided(command);
  if (isRejected(decided)) return decided;
  return record({
    type: 'FirstEvaluationAccepted', acceptedRevision: seen.approvedRevision, ...judgedIfDue(command.now, due), ...decided,
  });
}
