import type { Asked } from '../../../kernel/asked.ts';
import { isBlank } from '../../../kernel/blank.ts';
import { accept, reject, type Decision } from '../../../kernel/decision.ts';
import type { Plan } from '../plan.ts';
import type { PlanEvent } from '../plan.events.ts';
import { openProposal, type PlanRejection } from '../plan.rejections.ts';

export interface DiscussProposal {
  readonly proposal: string;
  readonly text: string;
}

/** A remark on a proposal, which stays with it. */
export function discussProposal({ proposal: id, text }: DiscussProposal & Asked, plan: Plan): Decision<PlanEvent, PlanRejection> {
  const proposal = openProposal(plan, id);
  if ('code' in proposal) return proposal;
  if (isBlank(text)) return reject('reason-missing');
  return accept({ type: 'ProposalDiscussed', proposal: id, text });
}
