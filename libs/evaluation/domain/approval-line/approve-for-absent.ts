import type { Asked } from '../../../kernel/asked.ts';
import { isRejected, reject, type Decision } from '../../../kernel/decision.ts';
import type { DueFacts } from '../judge.ts';
import type { Sheet } from '../sheet.ts';
import type { SheetEvent } from '../sheet.events.ts';
import { inPhaseFor, type SheetRejection } from '../sheet.rejections.ts';
import type { ApproveOver } from './approve-over.ts';
import { decideStep } from './decide-step.ts';
import { isLast, partyOf, stepNow, undecided } from './line.ts';

/**
 * 代決: whoever stands right below the last step in the section's own line decides it for its absent holder, who sees it
 * afterwards. No other step is decided so.
 */
export function approveForAbsent(command: ApproveOver & Asked, sheet: Sheet, due: DueFacts): Decision<SheetEvent, SheetRejection> {
  const submitted = inPhaseFor(sheet, 'approve-for-absent');
  if (isRejected(submitted)) return submitted;
  const step = stepNow(submitted);
  const rightBelow = submitted.line.slice(0, submitted.at).findLast(({ ofCoOwners }) => !ofCoOwners);
  const stands = rightBelow !== undefined && partyOf(rightBelow, command.post) !== undefined;
  const [absent] = undecided(step, submitted.approvals);
  const isHolder = partyOf(step, command.post) !== undefined;
  if (!isLast(submitted, step) || !stands || isHolder || absent === undefined) return reject('not-your-turn', { step: step.step });
  return decideStep(command, submitted, due, { step, section: absent.section, way: 'for-absent', absent: [absent] });
}
