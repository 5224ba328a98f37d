import type { Asked } from '../../kernel/asked.ts';
import { accept, reject, type Decision } from '../../kernel/decision.ts';
import type { Plan } from './plan.ts';
import type { PlanEvent } from './plan.events.ts';
import { inDraft, type PlanRejection } from './plan.rejections.ts';

/** By id. */
export interface PrunePlan {
  readonly nodes?: readonly string[];
  readonly indicators?: readonly string[];
}

/** Takes nodes and indicators out of the draft; the event names whatever hangs on them too. */
export function prune(command: PrunePlan & Asked, plan: Plan): Decision<PlanEvent, PlanRejection> {
  const draft = inDraft(plan);
  if ('code' in draft) return draft;
  const { nodes = [], indicators = [] } = command;
  const faults = [
    ...nodes.flatMap((id, index) => (draft.nodes.has(id) ? [] : [{ path: `nodes[${index}]`, message: `there is no node ${id}` }])),
    ...indicators.flatMap((id, index) =>
      (draft.indicators.has(id) ? [] : [{ path: `indicators[${index}]`, message: `there is no indicator ${id}` }])),
  ];
  if (faults.length > 0) return reject('plan-faulty', { faults });

  const named = { nodes: new Set(nodes), indicators: new Set(indicators) };
  const gone = new Set<string>();
  // A parent stands before its children, so one walk finds all that is below.
  for (const { id, parent = '' } of draft.nodes.values()) if (named.nodes.has(id) || gone.has(parent)) gone.add(id);
  const goneIndicators = [...draft.indicators.values()].filter(({ id, node }) => named.indicators.has(id) || gone.has(node));
  if (gone.size + goneIndicators.length === 0) return accept();
  return accept({ type: 'DraftPruned', nodes: [...gone], indicators: goneIndicators.map(({ id }) => id) });
}
