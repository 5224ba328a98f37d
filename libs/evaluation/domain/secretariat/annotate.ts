import type { Asked } from '../../../kernel/asked.ts';
import { accept, isRejected, type Decision } from '../../../kernel/decision.ts';
import { changesOf, type FormFacts, type Typed } from '../content/changes.ts';
import type { Sheet } from '../sheet.ts';
import type { SheetEvent } from '../sheet.events.ts';
import { inPhaseFor, type SheetRejection } from '../sheet.rejections.ts';

/** The secretariat writes into the fields that are its own. */
export function annotate(command: Typed & Asked, sheet: Sheet, facts: FormFacts): Decision<SheetEvent, SheetRejection> {
  const open = inPhaseFor(sheet, 'annotate');
  if (isRejected(open)) return open;
  const fields = changesOf(command, open, facts, ({ filledBy }) => filledBy === 'secretariat');
  if (isRejected(fields)) return fields;
  return Object.keys(fields).length === 0 ? accept() : accept({ type: 'SecretariatFieldsSaved', basedOn: command.basedOn, fields });
}
