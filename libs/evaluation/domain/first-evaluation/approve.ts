import type { Asked } from '../../../kernel/asked.ts';
import { accept, reject, type Decision } from '../../../kernel/decision.ts';
import type { Sheet } from '../sheet.ts';
import type { SheetEvent } from '../sheet.events.ts';
import { inPhase, type SheetRejection } from '../sheet.rejections.ts';

/** `basedOn` is the revision of the sheet that the approver had before him. */
export interface Approve {
  readonly basedOn: number;
}

/** 承認: nobody approves what he has not seen. A sheet that was sent back and submitted again is another one. */
export function approve({ basedOn }: Approve & Asked, sheet: Sheet): Decision<SheetEvent, SheetRejection> {
  const submitted = inPhase(sheet, 'submitted');
  if ('code' in submitted) return submitted;
  if (basedOn !== submitted.revision) return reject('sheet-changed-since', { revision: submitted.revision });
  return accept({ type: 'FirstEvaluationApproved', approvedRevision: submitted.revision });
}
