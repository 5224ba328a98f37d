import type { Asked } from '../../../kernel/asked.ts';
import { accept, isRejected, reject, type Decision, type Rejected } from '../../../kernel/decision.ts';
import type { Form } from '../../../scheme/domain/scheme.ts';
import type { Sheet, SheetBody } from '../sheet.ts';
import type { FileAttached, SheetEvent } from '../sheet.events.ts';
import { inPhaseFor, type SheetRejection } from '../sheet.rejections.ts';

/** A file whose bytes are stored already. */
export type Attach = Omit<FileAttached, 'type' | 'file'>;

/** Why a field takes no file, or no more of them; asked also before any bytes are stored. */
export function noRoomAt(id: string, sheet: SheetBody, form: Form): Rejected<'fields-wrong' | 'too-many-files'> | undefined {
  const field = form.fields.find((one) => one.id === id);
  if (field?.kind !== 'attachments' || field.filledBy === 'secretariat') return reject('fields-wrong', { fields: [id] });
  return filesAt(id, sheet).length < field.atMost ? undefined : reject('too-many-files', { field: id, atMost: field.atMost });
}

function filesAt(id: string, { files }: SheetBody) {
  return Object.values(files).filter(({ field }) => field === id);
}

/** 添付: the same bytes under the same name stand at a field once. */
export function attach(command: Attach & Asked, sheet: Sheet, { form }: { readonly form: Form }): Decision<SheetEvent, SheetRejection> {
  const drafting = inPhaseFor(sheet, 'attach');
  if (isRejected(drafting)) return drafting;
  const { field: id, name, mediaType, bytes, digest } = command;
  if (filesAt(id, drafting).some((file) => file.digest === digest && file.name === name)) return accept();
  return noRoomAt(id, drafting, form) ?? accept({ type: 'FileAttached', file: command.newId('file'), field: id, name, mediaType, bytes, digest });
}
