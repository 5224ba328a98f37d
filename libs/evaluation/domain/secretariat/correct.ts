import type { Asked } from '../../../kernel/asked.ts';
import { isBlank } from '../../../kernel/blank.ts';
import { accept, isRejected, reject, type Decision } from '../../../kernel/decision.ts';
import { changesOf, withChanges, type FormFacts, type Typed } from '../content/changes.ts';
import { newlyUnanswered } from '../content/unanswered.ts';
import type { Sheet } from '../sheet.ts';
import type { SheetEvent } from '../sheet.events.ts';
import { inPhaseFor, type SheetRejection } from '../sheet.rejections.ts';

export interface Correct extends Typed {
  readonly reason: string;
}

/** 軽微な修正: slips of writing. A figure is replaced 差替え and a rating is sent back 差戻し; neither is a slip. */
export function correct(command: Correct & Asked, sheet: Sheet, facts: FormFacts): Decision<SheetEvent, SheetRejection> {
  const approved = inPhaseFor(sheet, 'correct');
  if (isRejected(approved)) return approved;
  const { basedOn, reason } = command;
  const fields = changesOf(command, approved, facts, ({ field, filledBy }) =>
    (field.kind === 'text' || field.kind === 'date') && filledBy === 'section');
  if (isRejected(fields)) return fields;
  const missing = newlyUnanswered(withChanges(approved, fields), approved, facts.form, facts.rows);
  if (missing.length > 0) return reject('fields-unanswered', { fields: missing });
  if (isBlank(reason)) return reject('reason-missing');
  return Object.keys(fields).length === 0 ? accept() : accept({ type: 'SlipsCorrected', basedOn, fields, reason });
}
