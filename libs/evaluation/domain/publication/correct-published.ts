import type { Asked } from '../../../kernel/asked.ts';
import { isBlank } from '../../../kernel/blank.ts';
import { accept, isRejected, reject, type Decision } from '../../../kernel/decision.ts';
import { changesOf, withChanges, type FormFacts } from '../content/changes.ts';
import { differingSums } from '../content/figures.ts';
import { newlyUnanswered } from '../content/unanswered.ts';
import type { Correct } from '../secretariat/correct.ts';
import type { Sheet } from '../sheet.ts';
import type { Contents, SheetEvent } from '../sheet.events.ts';
import { inPhaseFor, type SheetRejection } from '../sheet.rejections.ts';
import { isPublishedAddress } from './published-form.ts';

export interface CorrectPublishedFacts extends FormFacts {
  /** The newest edition of the public step that has the sheet. */
  readonly publicEdition: number | undefined;
  readonly cycleRevision: number;
}

/** Before what every change of fields may be refused for, the first; after it, the second. */
export type CorrectPublishedRejection =
  /** The sheet stands in no edition of the public step: what nobody has read is reopened and not corrected. */
  | 'not-published'
  /** Fields are named that the public never read; each is named. */
  | 'field-not-published';

/** 訂正: what stands wrong in a public edition is put right, and the next one says what it was 正誤表. */
export function correctPublished(
  command: Correct & Asked, sheet: Sheet, facts: CorrectPublishedFacts,
): Decision<SheetEvent, SheetRejection | CorrectPublishedRejection> {
  const final = inPhaseFor(sheet, 'correct-published');
  if (isRejected(final)) return final;
  const { basedOn, reason } = command;
  const { form, rows, publicEdition: edition, cycleRevision } = facts;
  if (edition === undefined) return reject('not-published');
  const fields = changesOf(command, final, facts, () => true);
  if (isRejected(fields)) return fields;
  const unread = Object.keys(command.fields).filter((address) => !isPublishedAddress(form, address, 'public'));
  if (unread.length > 0) return reject('field-not-published', { fields: unread });
  const after = withChanges(final, fields);
  const missing = newlyUnanswered(after, final, form, rows);
  if (missing.length > 0) return reject('fields-unanswered', { fields: missing });
  const differing = differingSums(after, facts);
  if (differing.length > 0) return reject('sums-differ', { sums: differing });
  if (isBlank(reason)) return reject('reason-missing');
  if (Object.keys(fields).length === 0) return accept();
  return accept({ type: 'PublishedCorrected', edition, basedOn, fields, was: before(fields, final.fields), reason, cycleRevision });
}

function before(fields: Contents, standing: Readonly<Record<string, { readonly content: Contents[string] }>>): Contents {
  return Object.fromEntries(Object.keys(fields).map((address) => [address, standing[address]?.content ?? null]));
}
