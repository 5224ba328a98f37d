import type { Asked } from '../../../kernel/asked.ts';
import { isBlank } from '../../../kernel/blank.ts';
import { accept, reject, type Decision } from '../../../kernel/decision.ts';
import type { Plan } from '../plan.ts';
import type { PlanEvent } from '../plan.events.ts';
import { openProposal, type PlanRejection } from '../plan.rejections.ts';

export interface DeclineProposal {
  readonly proposal: string;
  readonly reason: string;
}

/** 不採用: the proposal is not taken, and says why for ever. */
export function declineProposal({ proposal: id, reason }: DeclineProposal & Asked, plan: Plan): Decision<PlanEvent, PlanRejection> {
  const proposal = openProposal(plan, id);
  if ('code' in proposal) return proposal;
  if (isBlank(reason)) return reject('reason-missing');
  return accept({ type: 'ProposalDeclined', proposal: id, reason });
}
