import type { Asked } from '../../../kernel/asked.ts';
import { accept, isRejected, reject, type Decision } from '../../../kernel/decision.ts';
import type { LineFacts } from '../approval-line/line.ts';
import type { FormFacts } from '../content/changes.ts';
import { unanswered } from '../content/unanswered.ts';
import { differingSums } from '../content/figures.ts';
import { judge, type DueFacts } from '../judge.ts';
import type { Sheet } from '../sheet.ts';
import type { SheetEvent } from '../sheet.events.ts';
import { inPhaseFor, type SheetRejection } from '../sheet.rejections.ts';

export interface SubmitFacts extends FormFacts, LineFacts, Required<DueFacts> {
  readonly planRevision: number;
}

/**
 * 提出: the section says that its evaluation is complete. A late one is taken, and says that it is late; one that came in time
 * does not become late by being sent back.
 */
export function submit(command: Asked, sheet: Sheet, facts: SubmitFacts): Decision<SheetEvent, SheetRejection> {
  const drafting = inPhaseFor(sheet, 'submit');
  if (isRejected(drafting)) return drafting;
  const { form, rows, line, planRevision, municipalityRevision } = facts;
  const missing = unanswered(drafting, form, rows);
  if (missing.length > 0) return reject('fields-unanswered', { fields: missing });
  const differing = differingSums(drafting, facts);
  if (differing.length > 0) return reject('sums-differ', { sums: differing });
  if (isRejected(line)) return line;
  const judged = judge(command.now, facts);
  const late = drafting.isReturned === true ? drafting.late === true : judged.late;
  return accept({
    type: 'FirstEvaluationSubmitted', ...judged, late, schemeVersion: form.schemeVersion, line, planRevision, municipalityRevision,
  });
}
