import type { Asked } from '../../../kernel/asked.ts';
import { isRejected, reject, type Decision } from '../../../kernel/decision.ts';
import type { DueFacts } from '../judge.ts';
import type { Sheet } from '../sheet.ts';
import type { SheetEvent } from '../sheet.events.ts';
import { inPhaseFor, type SheetRejection } from '../sheet.rejections.ts';
import { decideStep } from './decide-step.ts';
import type { Deciding } from './deciding.ts';
import { openPartyOf, partyOf, stepNow, undecided } from './line.ts';

export interface ApproveOver extends Deciding {
  readonly reason: string;
}

/**
 * 引上げ: a later step of the section's own line decides because an earlier one is absent; whoever was passed over sees it
 * afterwards 後閲. Nobody passes over another section: 合議 is asked of it, and is no step below his own.
 */
export function approveOver(command: ApproveOver & Asked, sheet: Sheet, due: DueFacts): Decision<SheetEvent, SheetRejection> {
  const submitted = inPhaseFor(sheet, 'approve-over');
  if (isRejected(submitted)) return submitted;
  const { line, at, approvals } = submitted;
  const index = line.findIndex((step, place) => place > at && !step.ofCoOwners && partyOf(step, command.post) !== undefined);
  const step = line[index];
  const party = step && partyOf(step, command.post);
  if (step === undefined || party === undefined) return reject('not-your-turn', { step: stepNow(submitted).step });
  const passed = line.slice(at, index);
  const inTheWay = passed.find((one) => one.ofCoOwners || openPartyOf(one, approvals, command.post) !== undefined);
  if (inTheWay !== undefined) return reject('not-your-turn', { step: inTheWay.step });
  return decideStep(command, submitted, due, {
    step, section: party.section, way: 'over', absent: passed.flatMap((one) => undecided(one, approvals)),
  });
}
