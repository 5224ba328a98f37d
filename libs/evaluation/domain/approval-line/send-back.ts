import type { Asked } from '../../../kernel/asked.ts';
import { accept, isRejected, reject, type Decision } from '../../../kernel/decision.ts';
import type { Form } from '../../../scheme/domain/scheme.ts';
import { fieldAt } from '../content/question.ts';
import type { Sheet } from '../sheet.ts';
import { toSection, type FieldComment, type SheetEvent } from '../sheet.events.ts';
import { inPhaseFor, isBlank, type SheetRejection } from '../sheet.rejections.ts';
import { openPartyOf, stepNow } from './line.ts';

export interface SendBack {
  /** A step before the one that sends, or the section; the section when nothing is said. */
  readonly to?: string;
  readonly reason: string;
  readonly comments?: readonly FieldComment[];
}

/**
 * 差戻し: by whoever is to decide now, and by the secretariat once the line has decided; then the line approves again.
 * Never without a reason, and every reason is kept.
 */
export function sendBack(command: SendBack & Asked, sheet: Sheet, { form }: { readonly form: Form }): Decision<SheetEvent, SheetRejection> {
  const decided = inPhaseFor(sheet, 'send-back');
  if (isRejected(decided)) return decided;
  const { to = toSection, reason, comments = [] } = command;
  if (decided.phase === 'submitted') {
    const step = stepNow(decided);
    if (openPartyOf(step, decided.approvals, command.post) === undefined) return reject('not-your-turn', { step: step.step });
  } else if (command.role !== 'secretariat') {
    return reject('not-your-turn');
  }
  const earlier = decided.phase === 'submitted' ? decided.line.slice(0, decided.at) : decided.line;
  if (to !== toSection && !earlier.some(({ step }) => step === to)) return reject('step-unknown', { to });
  const wrong = comments.map(({ field }) => field).filter((field) => fieldAt(form, field) === undefined);
  if (wrong.length > 0) return reject('fields-wrong', { fields: wrong });
  if (isBlank(reason)) return reject('reason-missing');
  return accept({ type: 'FirstEvaluationSentBack', to, reason, comments: comments.map(({ field, comment }) => ({ field, comment })) });
}
