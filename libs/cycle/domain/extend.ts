import type { Asked } from '../../kernel/asked.ts';
import { isBlank } from '../../kernel/blank.ts';
import { accept, reject, type Decision } from '../../kernel/decision.ts';
import type { Fault } from '../../kernel/fault.ts';
import { deadlineFor, type Cycle, type OpenCycle } from './cycle.ts';
import type { CycleEvent, ExtendedFor, PeriodId } from './cycle.events.ts';
import { deadlineOn, type Deadline } from './deadline.ts';
import { overtakenIn } from './periods.ts';

export interface ExtendDeadline {
  readonly period: PeriodId;
  /** The new last day, in Japan. */
  readonly date: string;
  /** Says one of the three. */
  readonly for: { readonly all?: true; readonly department?: string; readonly node?: string };
  readonly reason: string;
}

export interface ExtendDeadlineFacts {
  readonly departments: ReadonlySet<string>;
  /** Of the section that leads the node, where a node was asked for and has one. */
  readonly departmentOfNode: string | undefined;
}

/** In this order: the first that holds is told. */
export type ExtendDeadlineRejection = 'cycle-faulty' | 'not-later';

/** 延長: those whom it reaches get until the end of a later day. */
export function extend(
  command: ExtendDeadline & Asked, cycle: Cycle, facts: ExtendDeadlineFacts,
): Decision<CycleEvent, ExtendDeadlineRejection> {
  if (cycle.phase === 'absent') throw new Error('a deadline is extended in a cycle that was never opened');
  const { period, date, reason } = command;
  const faults: Fault[] = [];
  const extendedFor = extendedForOf(command);
  const deadline = deadlineOn(date);
  if (!cycle.periods.some(({ id }) => id === period)) faults.push({ path: 'period', message: `the cycle has no period ${period}` });
  if (deadline === undefined) faults.push({ path: 'date', message: 'there is no such day' });
  else if (deadline.at < command.now) faults.push({ path: 'date', message: 'this day is over' });
  if (extendedFor === undefined) faults.push({ path: 'for', message: 'it is for all, for a department, or for a node: say one' });
  else faults.push(...faultsOfReach(extendedFor, cycle, facts));
  if (isBlank(reason)) faults.push({ path: 'reason', message: 'say why' });
  if (faults.length > 0 || deadline === undefined || extendedFor === undefined) return reject('cycle-faulty', { faults });

  const inForce = deadlineFor(cycle, period, reachedBy(extendedFor, facts));
  if (inForce !== undefined && deadline.at <= inForce.at) return reject('not-later', { inForce });
  // A department or a sheet may be given its next period afterwards; for all, the year would be out of order.
  const overtaken = extendedFor.kind === 'all' ? overtakenBy(period, deadline, cycle) : [];
  if (overtaken.length > 0) return reject('cycle-faulty', { faults: overtaken });
  return accept({ type: 'DeadlineExtended', period, deadline, for: extendedFor, reason });
}

function extendedForOf({ for: { all, department, node } }: ExtendDeadline): ExtendedFor | undefined {
  if ([all, department, node].filter((one) => one !== undefined).length !== 1) return undefined;
  if (department !== undefined) return { kind: 'department', department };
  return node === undefined ? { kind: 'all' } : { kind: 'sheet', node };
}

function faultsOfReach(extendedFor: ExtendedFor, { nodes }: OpenCycle, { departments }: ExtendDeadlineFacts): readonly Fault[] {
  switch (extendedFor.kind) {
    case 'all': return [];
    case 'department':
      return departments.has(extendedFor.department) ? []
        : [{ path: 'for.department', message: `there is no department ${extendedFor.department}` }];
    case 'sheet':
      return nodes.some(({ node }) => node === extendedFor.node) ? []
        : [{ path: 'for.node', message: `the node ${extendedFor.node} has no sheet in this cycle` }];
  }
}

/** A sheet with the deadline that all of those whom an extension reaches have in common. */
function reachedBy(extendedFor: ExtendedFor, { departmentOfNode = '' }: ExtendDeadlineFacts) {
  switch (extendedFor.kind) {
    case 'all': return { department: '', node: '' };
    case 'department': return { department: extendedFor.department, node: '' };
    case 'sheet': return { department: departmentOfNode, node: extendedFor.node };
  }
}

function overtakenBy(period: PeriodId, deadline: Deadline, cycle: OpenCycle): readonly Fault[] {
  const periods = cycle.periods.map(({ id, deadline: own }) =>
    ({ id, deadline: id === period ? deadline : deadlineFor(cycle, id, { department: '', node: '' }) ?? own }));
  return overtakenIn(periods).map(({ message }) => ({ path: 'date', message }));
}
