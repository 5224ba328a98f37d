import type { Asked } from '../../../kernel/asked.ts';
import { isRejected, type Decision } from '../../../kernel/decision.ts';
import type { DueFacts } from '../judge.ts';
import type { Sheet } from '../sheet.ts';
import type { SheetEvent } from '../sheet.events.ts';
import { inPhaseFor, type SheetRejection } from '../sheet.rejections.ts';
import { decideStep } from './decide-step.ts';
import type { Deciding } from './deciding.ts';

export interface ApproveOver extends Deciding {
  readonly reason: string;
}

/** 引上げ: a later step of the section's own line decides because an earlier one is absent; whoever was passed over sees it afterwards 後閲. */
export function approveOver(command: ApproveOver & Asked, sheet: Sheet, due: DueFacts): Decision<SheetEvent, SheetRejection> {
  const submitted = inPhaseFor(sheet, 'approve-over');
  return isRejected(submitted) ? submitted : decideStep(command, submitted, due, 'over');
}
