import type { Asked } from '../../../kernel/asked.ts';
import { accept, reject, type Decision } from '../../../kernel/decision.ts';
import type { Form } from '../../../scheme/domain/scheme.ts';
import type { Sheet } from '../sheet.ts';
import type { FieldContent, SheetEvent } from '../sheet.events.ts';
import { inPhase, type SheetRejection } from '../sheet.rejections.ts';
import { contentOf, sameContent, typedBy } from './field-content.ts';

/** What somebody typed into some fields of a sheet that he saw at the revision `basedOn`. */
export interface SaveFields {
  readonly basedOn: number;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Conflicts are about fields, not about the sheet: two people may save different fields at once. */
export function save(command: SaveFields & Asked, sheet: Sheet, { form }: { readonly form: Form }): Decision<SheetEvent, SheetRejection> {
  const drafting = inPhase(sheet, 'drafting');
  if ('code' in drafting) return drafting;
  const { basedOn } = command;
  if (basedOn > drafting.revision) return reject('based-on-the-future', { revision: drafting.revision });

  const wrong: string[] = [];
  const changedSince: object[] = [];
  const fields: Record<string, FieldContent | null> = {};
  for (const [id, typed] of Object.entries(command.fields)) {
    const field = form.sheetType.fields.find((one) => one.id === id);
    const content = field && contentOf(field, typed, form);
    if (content === undefined) {
      wrong.push(id);
      continue;
    }
    const saved = drafting.fields[id];
    if (sameContent(content, saved?.content ?? null)) continue;
    if (saved !== undefined && saved.revision > basedOn) {
      changedSince.push({ field: id, yours: typed, theirs: typedBy(saved.content), by: saved.by, at: saved.at });
    }
    fields[id] = content;
  }
  if (wrong.length > 0) return reject('fields-wrong', { fields: wrong });
  if (changedSince.length > 0) return reject('fields-changed-since', { fields: changedSince });
  return Object.keys(fields).length === 0 ? accept() : accept({ type: 'FieldsSaved', basedOn, fields });
}
