import type { Asked } from '../../../kernel/asked.ts';
import { accept, isRejected, reject, type Decision } from '../../../kernel/decision.ts';
import { judgedIfDue, type DueFacts } from '../judge.ts';
import type { SubmittedSheet } from '../sheet.ts';
import type { FirstEvaluationApproved, LineStep, SheetEvent } from '../sheet.events.ts';
import { isBlank, type SheetRejection } from '../sheet.rejections.ts';
import { asDecided, asSeen, type Deciding } from './deciding.ts';
import { isLast } from './line.ts';

/** Which step is decided for whom, and how. */
export interface DecidedStep extends Pick<FirstEvaluationApproved, 'way' | 'absent'> {
  readonly step: LineStep;
  readonly section: string;
}

/** Records the decision of a step by somebody whose it is: on what he has seen, and out of turn with a reason. */
export function decideStep(
  command: Deciding & { readonly reason?: string } & Asked, submitted: SubmittedSheet, due: DueFacts, { step, section, way, absent }: DecidedStep,
): Decision<SheetEvent, SheetRejection> {
  const seen = asSeen(command, submitted);
  if (isRejected(seen)) return seen;
  const decided = asDecided(command);
  if (isRejected(decided)) return decided;
  const { post, reason } = command;
  if (way !== 'in-turn' && isBlank(reason)) return reject('reason-missing');
  const completes = isLast(submitted, step);
  return accept({
    type: 'FirstEvaluationApproved', ...seen, step: step.step, section, ...(post !== undefined && { post }), way, absent, completes,
    ...(completes && judgedIfDue(command.now, due)), ...decided, ...(way !== 'in-turn' && reason !== undefined && { reason }),
  });
}
