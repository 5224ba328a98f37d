import type { Asked } from '../../../kernel/asked.ts';
import { isRejected, type Decision } from '../../../kernel/decision.ts';
import type { DueFacts } from '../judge.ts';
import type { Sheet } from '../sheet.ts';
import type { SheetEvent } from '../sheet.events.ts';
import { inPhaseFor, type SheetRejection } from '../sheet.rejections.ts';
import type { ApproveOver } from './approve-over.ts';
import { decideStep } from './decide-step.ts';

/** 代決: whoever stands right below the last step decides it for its absent holder, who sees it afterwards. */
export function approveForAbsent(command: ApproveOver & Asked, sheet: Sheet, due: DueFacts): Decision<SheetEvent, SheetRejection> {
  const submitted = inPhaseFor(sheet, 'approve-for-absent');
  return isRejected(submitted) ? submitted : decideStep(command, submitted, due, 'for-absent');
}
