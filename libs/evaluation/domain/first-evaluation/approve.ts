import type { Asked } from '../../../kernel/asked.ts';
import { accept, type Decision } from '../../../kernel/decision.ts';
import type { Sheet } from '../sheet.ts';
import type { SheetEvent } from '../sheet.events.ts';
import { inPhase, type SheetRejection } from '../sheet.rejections.ts';

/** 承認: what the approver saw is what is approved, and the event says which revision that was. */
export function approve(_command: Asked, sheet: Sheet): Decision<SheetEvent, SheetRejection> {
  const submitted = inPhase(sheet, 'submitted');
  if ('code' in submitted) return submitted;
  return accept({ type: 'FirstEvaluationApproved', approvedRevision: submitted.revision });
}
