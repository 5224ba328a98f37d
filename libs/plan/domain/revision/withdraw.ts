import type { Asked } from '../../../kernel/asked.ts';
import { isBlank } from '../../../kernel/blank.ts';
import { accept, reject, type Decision } from '../../../kernel/decision.ts';
import type { Plan } from '../plan.ts';
import type { PlanEvent } from '../plan.events.ts';
import { openProposal, type PlanRejection } from '../plan.rejections.ts';

export interface WithdrawProposal {
  readonly proposal: string;
  readonly reason: string;
}

/** 取下げ: by whoever made the proposal, or the secretariat for him. */
export function withdrawProposal({ proposal: id, reason, by, role }: WithdrawProposal & Asked, plan: Plan): Decision<PlanEvent, PlanRejection> {
  const proposal = openProposal(plan, id);
  if ('code' in proposal) return proposal;
  if (proposal.by !== by && role !== 'secretariat') return reject('not-your-proposal');
  if (isBlank(reason)) return reject('reason-missing');
  return accept({ type: 'ProposalWithdrawn', proposal: id, reason });
}
