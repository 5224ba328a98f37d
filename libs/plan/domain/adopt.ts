import type { Asked } from '../../kernel/asked.ts';
import { accept, reject, type Decision } from '../../kernel/decision.ts';
import { dangling, repeated, type Fault } from '../../kernel/fault.ts';
import type { Label } from '../../kernel/label.ts';
import type { Plan } from './plan.ts';
import type { PlanEvent } from './plan.events.ts';

/** A plan as it is handed in: nodes refer to their parents by number and get their ids when they are adopted. */
export interface AdoptPlan {
  readonly name: Label;
  readonly nodes: readonly {
    readonly number: string;
    readonly parent?: string;
    readonly level: string;
    readonly name: Label;
    readonly section: string;
  }[];
}

/** What the plan rests on: the levels of the scheme, and the sections there are. */
export interface AdoptPlanFacts {
  readonly levels: ReadonlySet<string>;
  readonly sections: ReadonlySet<string>;
  readonly schemeRevision: number;
  readonly municipalityRevision: number;
}

/** In this order: the first that holds is told. */
export type AdoptPlanRejection = 'plan-exists' | 'plan-faulty';

export function adopt(command: AdoptPlan & Asked, plan: Plan, facts: AdoptPlanFacts): Decision<PlanEvent, AdoptPlanRejection> {
  if (plan.phase !== 'absent') return reject('plan-exists');
  const { name, nodes } = command;
  const faults = faultsOf(command, facts);
  if (faults.length > 0) return reject('plan-faulty', { faults });
  return accept({
    type: 'PlanAdopted',
    planVersion: 1,
    name,
    nodes: nodes.map(({ number, parent, level, name: nodeName, section }) => ({
      id: command.newId(number),
      ...(parent !== undefined && { parent: command.newId(parent) }),
      level,
      number,
      name: nodeName,
      section,
    })),
    schemeRevision: facts.schemeRevision,
    municipalityRevision: facts.municipalityRevision,
  });
}

function faultsOf({ nodes }: AdoptPlan, facts: AdoptPlanFacts): readonly Fault[] {
  const earlier = new Set<string>();
  const parents = nodes.flatMap(({ number, parent }, index) => {
    // A parent stands before its children, as on paper; so there is no circle either.
    const missing = parent !== undefined && !earlier.has(parent);
    earlier.add(number);
    return missing ? [{ path: `nodes[${index}].parent`, message: `no node ${parent} stands before this one` }] : [];
  });
  return [
    ...repeated('nodes', 'number', nodes),
    ...parents,
    ...dangling('nodes', 'level', nodes, facts.levels),
    ...dangling('nodes', 'section', nodes, facts.sections),
  ];
}
