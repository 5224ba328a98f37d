import type { Asked } from '../../../kernel/asked.ts';
import { isBlank } from '../../../kernel/blank.ts';
import { accept, isRejected, reject, type Decision } from '../../../kernel/decision.ts';
import type { Form } from '../../../scheme/domain/scheme.ts';
import type { Sheet } from '../sheet.ts';
import type { SheetEvent } from '../sheet.events.ts';
import { inPhaseFor, type SheetRejection } from '../sheet.rejections.ts';

export interface VoidSheet {
  readonly reason: string;
}

/** 取消: the sheet is not evaluated this year after all. What was written on it stays. */
export function voidSheet(
  { reason }: VoidSheet & Asked, sheet: Sheet, { form: { schemeVersion } }: { readonly form: Pick<Form, 'schemeVersion'> },
): Decision<SheetEvent, SheetRejection> {
  const open = inPhaseFor(sheet, 'void');
  if (isRejected(open)) return open;
  return isBlank(reason) ? reject('reason-missing') : accept({ type: 'SheetVoided', schemeVersion, reason });
}
