import type { Asked } from '../../../kernel/asked.ts';
import { isBlank } from '../../../kernel/blank.ts';
import { accept, reject, type Decision } from '../../../kernel/decision.ts';
import type { Plan } from '../plan.ts';
import type { PlanEvent } from '../plan.events.ts';
import { inRevision, type PlanRejection } from '../plan.rejections.ts';

export interface AbandonRevision {
  readonly reason: string;
}

/** 改定の中止: the plan stays as it is, the proposals stay to be read. */
export function abandonRevision({ reason }: AbandonRevision & Asked, plan: Plan): Decision<PlanEvent, PlanRejection> {
  const found = inRevision(plan);
  if ('code' in found) return found;
  if (isBlank(reason)) return reject('reason-missing');
  return accept({ type: 'RevisionAbandoned', reason });
}
