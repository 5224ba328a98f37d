import type { Asked } from '../../kernel/asked.ts';
import { accept, reject, type Decision } from '../../kernel/decision.ts';
import type { Fault } from '../../kernel/fault.ts';
import type { FiscalYear } from '../../kernel/fiscal-year.ts';
import type { Plan } from '../../plan/domain/plan.ts';
import type { SchemeVersion } from '../../scheme/domain/scheme.ts';
import { chooseNodes, type Choose, type ChosenFrom } from './choose.ts';
import type { Cycle } from './cycle.ts';
import type { CycleEvent, CyclePlan } from './cycle.events.ts';
import { periodsOn, type PeriodDays } from './periods.ts';

export interface OpenCycle {
  readonly year: FiscalYear;
  readonly aboutYear: FiscalYear;
  /** In the order in which their nodes are listed. */
  readonly plans: readonly string[];
  readonly periods: PeriodDays;
  readonly choose: Choose;
}

/** What may be chosen from: the plans that were asked for, in that order, and the scheme in force. */
export interface OpenCycleFacts {
  readonly plans: readonly { readonly state: Plan; readonly revision: number }[];
  readonly scheme: SchemeVersion;
  readonly schemeRevision: number;
}

/** In this order: the first that holds is told. */
export type OpenCycleRejection = 'cycle-exists' | 'plan-missing' | 'cycle-faulty';

export function open(command: OpenCycle & Asked, cycle: Cycle, facts: OpenCycleFacts): Decision<CycleEvent, OpenCycleRejection> {
  if (cycle.phase !== 'absent') return reject('cycle-exists');
  const { year, aboutYear } = command;
  const { scheme, schemeRevision } = facts;
  const { missing, plans, contents, faults: faultsOfPlans } = plansOf(command, facts);
  if (missing.length > 0) return reject('plan-missing', { faults: missing });
  const { periods, faults: faultsOfPeriods } = periodsOn(command.periods, command.now);
  const { chosen, faults: faultsOfChoice } = chooseNodes(command.choose, { plans: contents, scheme });
  const faults = [
    ...(aboutYear > year ? [{ path: 'aboutYear', message: 'a year is evaluated when it is over, or while it runs' }] : []),
    // Of plans that cannot be used, nothing can be chosen either.
    ...faultsOfPlans, ...faultsOfPeriods, ...(faultsOfPlans.length > 0 ? [] : faultsOfChoice),
  ];
  if (faults.length > 0) return reject('cycle-faulty', { faults });
  const { schemeVersion } = scheme;
  return accept({ type: 'CycleOpened', year, aboutYear, plans, schemeVersion, schemeRevision, periods, ...chosen });
}

interface Plans {
  readonly missing: readonly Fault[];
  readonly faults: readonly Fault[];
  readonly plans: readonly CyclePlan[];
  readonly contents: ChosenFrom['plans'];
}

function plansOf({ plans: asked }: OpenCycle, facts: OpenCycleFacts): Plans {
  const missing: Fault[] = [];
  const faults: Fault[] = [];
  const plans: CyclePlan[] = [];
  const contents: ChosenFrom['plans'][number][] = [];
  const taken = new Set<string>();
  for (const [index, { state, revision }] of facts.plans.entries()) {
    const plan = asked[index] ?? '';
    const path = `plans[${index}]`;
    if (state.phase === 'absent') missing.push({ path, message: `there is no plan ${plan}` });
    else if (state.phase === 'draft') faults.push({ path, message: `${plan} is a draft still` });
    else if (asked.indexOf(plan) < index) faults.push({ path, message: `${plan} is there already` });
    else {
      // A sheet is named by its node, so no two plans of a cycle may have one in common.
      const common = [...state.nodes.keys()].find((node) => taken.has(node));
      if (common !== undefined) faults.push({ path, message: `the node ${common} is in a plan before it` });
      for (const node of state.nodes.keys()) taken.add(node);
      plans.push({ plan, planVersion: state.planVersion, planRevision: revision });
      contents.push({ plan, contents: state });
    }
  }
  return { missing, faults, plans, contents };
}
