import type { Asked } from '../../../kernel/asked.ts';
import { accept, isRejected, type Decision } from '../../../kernel/decision.ts';
import { judgedIfDue, type DueFacts } from '../judge.ts';
import type { Approval, SubmittedSheet } from '../sheet.ts';
import type { SheetEvent } from '../sheet.events.ts';
import type { SheetRejection } from '../sheet.rejections.ts';
import { asDecided, asSeen, type Deciding } from './deciding.ts';
import { recordOf, turnOn } from './turn-on.ts';

/** Decides the step of the sheet that is somebody's to decide: on what he has seen, and out of turn with a reason. */
export function decideStep(
  command: Deciding & { readonly reason?: string } & Asked, submitted: SubmittedSheet, due: DueFacts, way: Approval['way'],
): Decision<SheetEvent, SheetRejection> {
  const turn = turnOn(submitted, command.post, way);
  if (isRejected(turn)) return turn;
  const seen = asSeen(command, submitted);
  if (isRejected(seen)) return seen;
  const decided = asDecided(command);
  if (isRejected(decided)) return decided;
  const record = recordOf(command, submitted, turn);
  if (isRejected(record)) return record;
  return accept({
    type: 'FirstEvaluationApproved', ...seen, ...record, ...(record.completes && judgedIfDue(command.now, due)), ...decided,
  });
}
