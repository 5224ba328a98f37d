import type { Asked } from '../../../kernel/asked.ts';
import { accept, isRejected, reject, type Decision } from '../../../kernel/decision.ts';
import type { Sheet } from '../sheet.ts';
import type { SheetEvent } from '../sheet.events.ts';
import { inPhaseFor, type SheetRejection } from '../sheet.rejections.ts';

export interface RemoveFile {
  readonly file: string;
}

/** Takes a file off the sheet. Its bytes stay: the history names them. */
export function removeFile({ file }: RemoveFile & Asked, sheet: Sheet): Decision<SheetEvent, SheetRejection> {
  const drafting = inPhaseFor(sheet, 'remove-file');
  if (isRejected(drafting)) return drafting;
  const attached = Object.hasOwn(drafting.files, file) ? drafting.files[file] : undefined;
  return attached === undefined ? reject('file-missing') : accept({ type: 'FileRemoved', file, field: attached.field });
}
