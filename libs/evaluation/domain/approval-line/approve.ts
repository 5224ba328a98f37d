import type { Asked } from '../../../kernel/asked.ts';
import { isRejected, type Decision } from '../../../kernel/decision.ts';
import type { DueFacts } from '../judge.ts';
import type { Sheet } from '../sheet.ts';
import type { SheetEvent } from '../sheet.events.ts';
import { inPhaseFor, type SheetRejection } from '../sheet.rejections.ts';
import { decideStep } from './decide-step.ts';
import type { Deciding } from './deciding.ts';

/** 承認 in one's turn: nobody approves what he has not seen. In 合議 a step is done when all its sections have agreed. */
export function approve(command: Deciding & Asked, sheet: Sheet, due: DueFacts): Decision<SheetEvent, SheetRejection> {
  const submitted = inPhaseFor(sheet, 'approve');
  return isRejected(submitted) ? submitted : decideStep(command, submitted, due, 'in-turn');
}
