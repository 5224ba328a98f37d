import type { Asked } from '../../../kernel/asked.ts';
import { accept, reject, type Decision } from '../../../kernel/decision.ts';
import type { Form } from '../../../scheme/domain/scheme.ts';
import type { Sheet } from '../sheet.ts';
import type { FieldComment, SheetEvent } from '../sheet.events.ts';
import { inPhase, type SheetRejection } from '../sheet.rejections.ts';

export interface SendBack {
  readonly reason: string;
  readonly comments?: readonly FieldComment[];
}

/** 差戻し: never without a reason, and every reason is kept. */
export function sendBack(command: SendBack & Asked, sheet: Sheet, { form }: { readonly form: Form }): Decision<SheetEvent, SheetRejection> {
  const submitted = inPhase(sheet, 'submitted');
  if ('code' in submitted) return submitted;
  const { reason, comments = [] } = command;
  const known = new Set(form.sheetType.fields.map((field) => field.id));
  const wrong = comments.map(({ field }) => field).filter((field) => !known.has(field));
  if (wrong.length > 0) return reject('fields-wrong', { fields: wrong });
  if (reason.trim() === '') return reject('reason-missing');
  return accept({ type: 'FirstEvaluationSentBack', reason, comments: comments.map(({ field, comment }) => ({ field, comment })) });
}
