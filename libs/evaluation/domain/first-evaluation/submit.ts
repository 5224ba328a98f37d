import type { Deadline } from '../../../cycle/domain/deadline.ts';
import type { Asked } from '../../../kernel/asked.ts';
import { accept, reject, type Decision } from '../../../kernel/decision.ts';
import type { Form } from '../../../scheme/domain/scheme.ts';
import type { OpenedSheet, Sheet } from '../sheet.ts';
import type { SheetEvent } from '../sheet.events.ts';
import { inPhase, type SheetRejection } from '../sheet.rejections.ts';
import { isAnswered } from './field-content.ts';

export interface SubmitFacts {
  readonly form: Form;
  readonly deadline: Deadline;
  readonly cycleRevision: number;
}

/** 提出: the section says that its evaluation is complete. A late one is taken, and says that it is late. */
export function submit(command: Asked, sheet: Sheet, { form, deadline, cycleRevision }: SubmitFacts): Decision<SheetEvent, SheetRejection> {
  const drafting = inPhase(sheet, 'drafting');
  if ('code' in drafting) return drafting;
  const missing = unanswered(drafting, form);
  if (missing.length > 0) return reject('fields-unanswered', { fields: missing });
  return accept({ type: 'FirstEvaluationSubmitted', late: command.now > deadline.at, deadline, cycleRevision });
}

function unanswered(sheet: OpenedSheet, form: Form): readonly string[] {
  return form.sheetType.fields
    .filter((field) => field.required && !isAnswered(sheet.fields[field.id]?.content))
    .map((field) => field.id);
}
