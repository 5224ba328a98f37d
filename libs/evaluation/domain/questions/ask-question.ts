import type { FoundedCommittee } from '../../../committee/domain/committee.ts';
import type { Asked } from '../../../kernel/asked.ts';
import { isBlank } from '../../../kernel/blank.ts';
import { accept, isRejected, reject, type Decision } from '../../../kernel/decision.ts';
import type { Form } from '../../../scheme/domain/scheme.ts';
import { fieldAt } from '../content/question.ts';
import { takesPart } from '../second-evaluation/taking-part.ts';
import type { Sheet } from '../sheet.ts';
import type { SheetEvent } from '../sheet.events.ts';
import { inPhaseFor } from '../sheet.rejections.ts';
import type { StageRejection } from '../stage.rejections.ts';

export interface AskQuestion {
  readonly text: string;
  /** The address to which it points. */
  readonly about?: string;
}

export interface AskQuestionFacts {
  readonly form: Form;
  /** Before which the sheet stands, if it does. */
  readonly committee: FoundedCommittee | undefined;
}

/** 質問 before the meeting, by whoever takes part in it. */
export function askQuestion(
  { text, about, ...command }: AskQuestion & Asked, sheet: Sheet, { form, committee }: AskQuestionFacts,
): Decision<SheetEvent, StageRejection> {
  const handedOver = inPhaseFor(sheet, 'ask-question');
  if (isRejected(handedOver)) return handedOver;
  const { stage, works: { [stage]: work } } = handedOver;
  if (work === undefined || committee === undefined) return reject('not-before-committee');
  const member = takesPart(command.membership, command.now, { sheet: handedOver, work, committee });
  if (isRejected(member)) return member;
  if (about !== undefined && fieldAt(form, about) === undefined) return reject('fields-wrong', { fields: [about] });
  if (isBlank(text)) return reject('text-missing');
  return accept({ type: 'QuestionAsked', stage, question: command.newId('question'), member, text, ...(about !== undefined && { about }) });
}
