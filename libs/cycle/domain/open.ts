import type { Asked } from '../../kernel/asked.ts';
import { accept, reject, type Decision } from '../../kernel/decision.ts';
import type { Fault } from '../../kernel/fault.ts';
import type { FiscalYear } from '../../kernel/fiscal-year.ts';
import type { Cycle } from './cycle.ts';
import type { ChosenNode, CycleEvent } from './cycle.events.ts';
import { deadlineOn } from './deadline.ts';

export interface OpenCycle {
  readonly year: FiscalYear;
  readonly aboutYear: FiscalYear;
  readonly plan: string;
  /** The last day of the first evaluation, in Japan. */
  readonly submissionDeadline: string;
  readonly nodes: readonly string[];
}

/** What may be chosen from: the nodes of the plan, and the form of each level that has one. */
export interface OpenCycleFacts {
  readonly nodes: ReadonlyMap<string, { readonly level: string }>;
  readonly planRevision: number;
  readonly sheetTypeOf: ReadonlyMap<string, string>;
  readonly schemeVersion: number;
  readonly schemeRevision: number;
}

/** In this order: the first that holds is told. */
export type OpenCycleRejection = 'cycle-exists' | 'cycle-faulty';

export function open(command: OpenCycle & Asked, cycle: Cycle, facts: OpenCycleFacts): Decision<CycleEvent, OpenCycleRejection> {
  if (cycle.phase !== 'absent') return reject('cycle-exists');
  const { year, aboutYear, plan } = command;
  const faults: Fault[] = [];
  if (aboutYear > year) faults.push({ path: 'aboutYear', message: 'a year is evaluated when it is over, or while it runs' });
  const submissionDeadline = deadlineOn(command.submissionDeadline);
  if (submissionDeadline === undefined) faults.push({ path: 'submissionDeadline', message: 'there is no such day' });
  else if (submissionDeadline.at < command.now) faults.push({ path: 'submissionDeadline', message: 'this day is over' });
  const nodes = chooseNodes(command.nodes, facts, faults);
  if (faults.length > 0 || submissionDeadline === undefined) return reject('cycle-faulty', { faults });
  const { planRevision, schemeVersion, schemeRevision } = facts;
  return accept({
    type: 'CycleOpened', year, aboutYear, plan, planRevision, schemeVersion, schemeRevision, submissionDeadline, nodes,
  });
}

function chooseNodes(chosen: readonly string[], facts: OpenCycleFacts, faults: Fault[]): readonly ChosenNode[] {
  return chosen.flatMap((id, index) => {
    const path = `nodes[${index}]`;
    const node = facts.nodes.get(id);
    const sheetType = node && facts.sheetTypeOf.get(node.level);
    if (node === undefined) faults.push({ path, message: `the plan has no node ${id}` });
    else if (chosen.indexOf(id) < index) faults.push({ path, message: `${id} is chosen already` });
    else if (sheetType === undefined) faults.push({ path, message: `the scheme has no form for the level ${node.level}` });
    else return [{ node: id, sheetType }];
    return [];
  });
}
