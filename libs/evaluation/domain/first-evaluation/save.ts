import type { Asked } from '../../../kernel/asked.ts';
import { accept, isRejected, type Decision } from '../../../kernel/decision.ts';
import { changesOf, type FormFacts, type Typed } from '../content/changes.ts';
import type { Sheet } from '../sheet.ts';
import type { SheetEvent } from '../sheet.events.ts';
import { inPhaseFor, type SheetRejection } from '../sheet.rejections.ts';

/** 保存: shares what was typed with the section. */
export function save(command: Typed & Asked, sheet: Sheet, facts: FormFacts): Decision<SheetEvent, SheetRejection> {
  const drafting = inPhaseFor(sheet, 'save');
  if (isRejected(drafting)) return drafting;
  const fields = changesOf(command, drafting, facts, ({ filledBy }) => filledBy === 'section');
  if (isRejected(fields)) return fields;
  return Object.keys(fields).length === 0 ? accept() : accept({ type: 'FieldsSaved', basedOn: command.basedOn, fields });
}
