import type { FoundedCommittee } from '../../../committee/domain/committee.ts';
import type { Asked } from '../../../kernel/asked.ts';
import { isBlank } from '../../../kernel/blank.ts';
import { accept, isRejected, reject, type Decision, type Rejected } from '../../../kernel/decision.ts';
import type { Form } from '../../../scheme/domain/scheme.ts';
import { fieldAt } from '../content/question.ts';
import type { SecondEvaluationRejection } from '../second-evaluation.rejections.ts';
import { presides } from '../second-evaluation/taking-part.ts';
import type { OpenedSheet, Sheet } from '../sheet.ts';
import { toSection, type FieldComment, type SheetEvent } from '../sheet.events.ts';
import { inPhaseFor, type SheetRejection } from '../sheet.rejections.ts';
import { turnOn, type DecidedStep } from './turn-on.ts';

export interface SendBack {
  /** A step before the one that sends, or the section; the section when nothing is said. */
  readonly to?: string;
  readonly reason: string;
  readonly comments?: readonly FieldComment[];
}

export interface SendBackFacts {
  readonly form: Form;
  /** Before which the sheet stands, if it does. */
  readonly committee?: FoundedCommittee | undefined;
}

/**
 * 差戻し: by whoever is to decide now, and by the secretariat once the line has decided; then the line approves again.
 * Whoever presides the committee that has the sheet may do so too. Never without a reason, and every reason is kept.
 */
export function sendBack(
  command: SendBack & Asked, sheet: Sheet, { form, committee }: SendBackFacts,
): Decision<SheetEvent, SheetRejection | SecondEvaluationRejection> {
  const decided = inPhaseFor(sheet, 'send-back');
  if (isRejected(decided)) return decided;
  const { to = toSection, reason, comments = [] } = command;
  const turn = turnOf(command, decided, committee);
  if (isRejected(turn)) return turn;
  const earlier = decided.phase === 'submitted' ? decided.line.slice(0, decided.at) : decided.line;
  if (to !== toSection && !earlier.some(({ step }) => step === to)) return reject('step-unknown', { to });
  const wrong = comments.map(({ field }) => field).filter((field) => fieldAt(form, field) === undefined);
  if (wrong.length > 0) return reject('fields-wrong', { fields: wrong });
  if (isBlank(reason)) return reject('reason-missing');
  return accept({ type: 'FirstEvaluationSentBack', to, reason, comments: comments.map(({ field, comment }) => ({ field, comment })) });
}

/** Whose it is to send the sheet back where it stands, or why it is not his. */
function turnOf(
  command: Asked, sheet: OpenedSheet, committee: FoundedCommittee | undefined,
): DecidedStep | string | Rejected<'not-your-turn' | 'recused' | 'not-presiding'> {
  if (sheet.phase === 'submitted') return turnOn(sheet, command.post, 'in-turn');
  if (command.role === 'secretariat') return command.role;
  const work = sheet.phase === 'handed-over' ? sheet.works[sheet.stage] : undefined;
  if (sheet.phase !== 'handed-over' || work === undefined || committee === undefined) return reject('not-your-turn');
  return presides(command, { sheet, work, committee });
}
