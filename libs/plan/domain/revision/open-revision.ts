import type { Asked } from '../../../kernel/asked.ts';
import { isBlank } from '../../../kernel/blank.ts';
import { accept, reject, type Decision } from '../../../kernel/decision.ts';
import type { Plan } from '../plan.ts';
import type { PlanEvent } from '../plan.events.ts';
import { onceAdopted, type PlanRejection } from '../plan.rejections.ts';
import { openRevisionOf } from './plan-revision.ts';

export interface OpenRevision {
  readonly reason: string;
}

/** 改定に着手: one at a time, on the version that holds. */
export function openRevision({ reason }: OpenRevision & Asked, plan: Plan): Decision<PlanEvent, PlanRejection> {
  const adopted = onceAdopted(plan);
  if ('code' in adopted) return adopted;
  const open = openRevisionOf(adopted);
  if (open !== undefined) return reject('revision-open', { at: open.at });
  if (isBlank(reason)) return reject('reason-missing');
  return accept({ type: 'RevisionOpened', planVersion: adopted.planVersion, reason });
}
