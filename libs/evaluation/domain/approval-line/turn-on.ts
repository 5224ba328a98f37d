import type { Asked } from '../../../kernel/asked.ts';
import { isBlank } from '../../../kernel/blank.ts';
import { reject, type Rejected } from '../../../kernel/decision.ts';
import type { Approval } from '../sheet.ts';
import type { AbsentParty, LineStep } from '../sheet.events.ts';
import { isLast, openPartyOf, partyOf, stepNow, undecided } from './line.ts';
import type { Round } from './round.ts';

/** Which step of a round somebody decides, for whom, and how. */
export interface DecidedStep {
  readonly step: LineStep;
  readonly section: string;
  readonly way: Approval['way'];
  /** Who was passed over and sees it afterwards 後閲. */
  readonly absent: readonly AbsentParty[];
}

/** The step that a post decides now in a way, whatever it is that the line decides on; or at which step it stands. */
export function turnOn(round: Round, post: string | undefined, way: Approval['way']): DecidedStep | Rejected<'not-your-turn'> {
  switch (way) {
    case 'in-turn': return inTurn(round, post);
    case 'over': return over(round, post);
    case 'for-absent': return forAbsent(round, post);
  }
}

function inTurn(round: Round, post: string | undefined): DecidedStep | Rejected<'not-your-turn'> {
  const step = stepNow(round);
  const party = openPartyOf(step, round.approvals, post);
  return party === undefined ? reject('not-your-turn', { step: step.step }) : { step, section: party.section, way: 'in-turn', absent: [] };
}

/** 引上げ: nobody passes over another section; 合議 is asked of it, and is no step below his own. */
function over(round: Round, post: string | undefined): DecidedStep | Rejected<'not-your-turn'> {
  const { line, at, approvals } = round;
  const index = line.findIndex((step, place) => place > at && !step.ofCoOwners && partyOf(step, post) !== undefined);
  const step = line[index];
  const party = step && partyOf(step, post);
  if (step === undefined || party === undefined) return reject('not-your-turn', { step: stepNow(round).step });
  const passed = line.slice(at, index);
  const inTheWay = passed.find((one) => one.ofCoOwners || openPartyOf(one, approvals, post) !== undefined);
  if (inTheWay !== undefined) return reject('not-your-turn', { step: inTheWay.step });
  return { step, section: party.section, way: 'over', absent: passed.flatMap((one) => undecided(one, approvals)) };
}

/** 代決: the last step alone, by whoever stands right below it in the section's own line. */
function forAbsent(round: Round, post: string | undefined): DecidedStep | Rejected<'not-your-turn'> {
  const step = stepNow(round);
  const rightBelow = round.line.slice(0, round.at).findLast(({ ofCoOwners }) => !ofCoOwners);
  const stands = rightBelow !== undefined && partyOf(rightBelow, post) !== undefined;
  const [absent] = undecided(step, round.approvals);
  const isHolder = partyOf(step, post) !== undefined;
  if (!isLast(round, step) || !stands || isHolder || absent === undefined) return reject('not-your-turn', { step: step.step });
  return { step, section: absent.section, way: 'for-absent', absent: [absent] };
}

/** What every decision of a step records. */
export interface StepRecord extends Pick<DecidedStep, 'section' | 'way' | 'absent'> {
  readonly step: string;
  readonly post?: string;
  /** Whether the line came to its end with it. */
  readonly completes: boolean;
  readonly reason?: string;
}

/** The record of a decision by somebody whose it is; out of turn never without a reason. */
export function recordOf(
  { post, reason }: Pick<Asked, 'post'> & { readonly reason?: string }, round: Round, { step, section, way, absent }: DecidedStep,
): StepRecord | Rejected<'reason-missing'> {
  if (way !== 'in-turn' && isBlank(reason)) return reject('reason-missing');
  return {
    step: step.step, section, ...(post !== undefined && { post }), way, absent, completes: isLast(round, step),
    ...(way !== 'in-turn' && reason !== undefined && { reason }),
  };
}
