import type { Fault } from '../../kernel/fault.ts';
import type { Level } from '../../scheme/domain/scheme.events.ts';
import type { PlanNode, UpperNode } from './plan.events.ts';

/** What the nodes of a plan rest on: the levels of the scheme in force, the sections there are, the upper plans. */
export interface PlanFacts {
  readonly levels: ReadonlyMap<string, Level>;
  readonly isSection: (id: string) => boolean;
  /** Whether the upper node stands in an adopted plan of this municipality. */
  readonly isUpperNode: (upper: UpperNode) => boolean;
  readonly schemeRevision: number;
  readonly municipalityRevision: number;
}

/** What is wrong with these nodes, where `all` are those of the whole plan. */
export function nodeFaults(nodes: readonly PlanNode[], all: ReadonlyMap<string, PlanNode>, facts: PlanFacts): readonly Fault[] {
  return nodes.flatMap((node, index) =>
    faultsOfNode(node, all, facts).map(({ path, message }) => ({ path: `nodes[${index}].${path}`, message })));
}

export function faultsOfNode(node: PlanNode, all: ReadonlyMap<string, PlanNode>, facts: PlanFacts): readonly Fault[] {
  return [...levelFaults(node, all, facts), ...ownerFaults(node, facts), ...upperFaults(node, facts)];
}

/** Whether it stands below a node of the level that the scheme says, with the texts of its own. */
export function levelFaults({ level: id, parent, texts }: PlanNode, all: ReadonlyMap<string, PlanNode>, { levels }: PlanFacts): readonly Fault[] {
  const level = levels.get(id);
  if (level === undefined) return [{ path: 'level', message: `there is no ${id}` }];
  const above = all.get(parent ?? '')?.level;
  const known = new Set(level.texts.map((text) => text.id));
  return [
    ...(above === level.parent ? []
      : [{ path: 'parent', message: level.parent === undefined ? `${id} stands at the top` : `${id} stands below ${level.parent}` }]),
    ...Object.entries(texts as Readonly<Record<string, unknown>>).flatMap(([text, content]) => {
      if (!known.has(text)) return [{ path: `texts.${text}`, message: `there is no ${text}` }];
      return typeof content === 'string' ? [] : [{ path: `texts.${text}`, message: 'must be a string' }];
    }),
  ];
}

export function ownerFaults({ section, related }: Pick<PlanNode, 'section' | 'related'>, { isSection }: PlanFacts): readonly Fault[] {
  return [
    ...(isSection(section) ? [] : [{ path: 'section', message: `there is no ${section}` }]),
    ...related.flatMap((one, index) => {
      const path = `related[${index}]`;
      if (one === section || related.indexOf(one) < index) return [{ path, message: `${one} is there already` }];
      return isSection(one) ? [] : [{ path, message: `there is no ${one}` }];
    }),
  ];
}

function upperFaults({ upper }: PlanNode, { isUpperNode }: PlanFacts): readonly Fault[] {
  return upper.flatMap((one, index) => (isUpperNode(one) ? []
    : [{ path: `upper[${index}]`, message: `there is no node ${one.node} in an adopted plan ${one.plan}` }]));
}
