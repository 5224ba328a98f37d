import type { Asked } from '../../../kernel/asked.ts';
import { accept, isRejected, type Decision } from '../../../kernel/decision.ts';
import { asSeen } from '../approval-line/deciding.ts';
import { recordOf, turnOn } from '../approval-line/turn-on.ts';
import type { Approval, Sheet } from '../sheet.ts';
import type { SheetEvent } from '../sheet.events.ts';
import { inPhaseFor } from '../sheet.rejections.ts';
import type { StageRejection } from '../stage.rejections.ts';
import { answerOnLine } from './question-in.ts';

export interface ApproveAnswer {
  readonly question: string;
  /** The revision of the sheet that was on screen. */
  readonly basedOn: number;
  /** In one's turn when nothing is said. */
  readonly way?: Approval['way'];
  /** Needed out of turn. */
  readonly reason?: string;
}

/** 承認 of an answer, as a sheet's own line decides. The committee is told it with the last step. */
export function approveAnswer(command: ApproveAnswer & Asked, sheet: Sheet): Decision<SheetEvent, StageRejection> {
  const handedOver = inPhaseFor(sheet, 'approve-answer');
  if (isRejected(handedOver)) return handedOver;
  const { question, way = 'in-turn' } = command;
  const answer = answerOnLine(handedOver, question);
  if (isRejected(answer)) return answer;
  const turn = turnOn(answer.round, command.post, way);
  if (isRejected(turn)) return turn;
  const seen = asSeen(command, { revision: handedOver.revision, changedRevision: answer.revision });
  if (isRejected(seen)) return seen;
  const record = recordOf(command, answer.round, turn);
  return isRejected(record) ? record : accept({ type: 'AnswerApproved', stage: handedOver.stage, question, ...record });
}
