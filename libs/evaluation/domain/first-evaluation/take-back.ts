import type { Asked } from '../../../kernel/asked.ts';
import { accept, isRejected, reject, type Decision } from '../../../kernel/decision.ts';
import type { Sheet } from '../sheet.ts';
import type { SheetEvent } from '../sheet.events.ts';
import { inPhaseFor, type SheetRejection } from '../sheet.rejections.ts';

/** 引戻し: the section takes its evaluation back while nobody has decided anything. */
export function takeBack(_command: Asked, sheet: Sheet): Decision<SheetEvent, SheetRejection> {
  const submitted = inPhaseFor(sheet, 'take-back');
  if (isRejected(submitted)) return submitted;
  return submitted.approvals.length > 0 ? reject('decided-already') : accept({ type: 'FirstEvaluationTakenBack' });
}
