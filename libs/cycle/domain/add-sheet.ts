import type { Asked } from '../../kernel/asked.ts';
import { isBlank } from '../../kernel/blank.ts';
import { accept, reject, type Decision } from '../../kernel/decision.ts';
import type { Fault } from '../../kernel/fault.ts';
import type { Plan } from '../../plan/domain/plan.ts';
import type { SchemeVersion } from '../../scheme/domain/scheme.ts';
import { sheetTypesByLevel } from './choose.ts';
import type { Cycle } from './cycle.ts';
import type { CycleEvent } from './cycle.events.ts';

export interface AddSheet {
  readonly plan: string;
  readonly node: string;
  readonly reason: string;
}

/** The plan as it is now, and the scheme version that the cycle is under. */
export interface AddSheetFacts {
  readonly plan: Plan;
  readonly planRevision: number;
  readonly scheme: SchemeVersion;
}

/** In this order: the first that holds is told. */
export type AddSheetRejection = 'cycle-faulty' | 'node-chosen-already';

/**
 * 追加: a node gets a sheet after all, also one that came into the plan after the cycle was opened, or whose sheet could not
 * be opened then.
 */
export function addSheet(
  { plan, node, reason }: AddSheet & Asked, cycle: Cycle, { plan: planned, planRevision, scheme }: AddSheetFacts,
): Decision<CycleEvent, AddSheetRejection> {
  if (cycle.phase === 'absent') throw new Error('a sheet is added to a cycle that was never opened');
  const faults: Fault[] = [];
  const found = planned.phase === 'adopted' ? planned.nodes.get(node) : undefined;
  const sheetType = found && sheetTypesByLevel(scheme).get(found.level);
  if (!cycle.plans.some((one) => one.plan === plan)) faults.push({ path: 'plan', message: `the cycle has no plan ${plan}` });
  else if (found === undefined) faults.push({ path: 'node', message: `the plan has no node ${node}` });
  else if (sheetType === undefined) faults.push({ path: 'node', message: `the scheme has no form for the level ${found.level}` });
  if (isBlank(reason)) faults.push({ path: 'reason', message: 'say why' });
  if (faults.length > 0 || sheetType === undefined) return reject('cycle-faulty', { faults });
  if (cycle.nodes.some((one) => one.node === node) && !Object.hasOwn(cycle.refusedSheets, node)) return reject('node-chosen-already', { node });
  return accept({ type: 'SheetAdded', plan, planRevision, node, sheetType, reason });
}
