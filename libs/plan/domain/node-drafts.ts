import type { Asked } from '../../kernel/asked.ts';
import type { Fault } from '../../kernel/fault.ts';
import type { Label } from '../../kernel/label.ts';
import type { NodeFlag, PlanNode, UpperNode } from './plan.events.ts';

/**
 * A node as it is handed in: it refers to its parent by number. With an id, or with the number of a node that is there,
 * it takes that node's place.
 */
export interface NodeDraft {
  readonly id?: string;
  readonly number: string;
  readonly parent?: string;
  readonly level: string;
  readonly name: Label;
  readonly section: string;
  readonly related?: readonly string[];
  readonly outside?: readonly string[];
  readonly flags?: readonly NodeFlag[];
  readonly texts?: Readonly<Record<string, unknown>>;
  readonly upper?: readonly UpperNode[];
}

export interface DraftedNodes {
  /** In the order in which they were handed in. */
  readonly nodes: readonly PlanNode[];
  /** The ids of all nodes there are then, by their numbers. */
  readonly byNumber: ReadonlyMap<string, string>;
  readonly faults: readonly Fault[];
}

/** Nodes with their ids and their parents' ids, and what points nowhere. */
export function draftedNodes(
  drafts: readonly NodeDraft[], before: ReadonlyMap<string, PlanNode>, newId: Asked['newId'],
): DraftedNodes {
  const numbersBefore = new Map([...before.values()].map(({ number, id }) => [number, id]));
  const ids = drafts.map(({ id, number }) => id ?? numbersBefore.get(number) ?? newId(number));
  const replaced = new Set(ids);
  const byNumber = new Map([...numbersBefore].filter(([, id]) => !replaced.has(id)));
  const faults: Fault[] = [];
  const given = new Set<string>();
  drafts.forEach(({ id, number }, index) => {
    const own = ids[index] as string;
    if (id !== undefined && !before.has(id)) faults.push({ path: `nodes[${index}].id`, message: `there is no node ${id}` });
    if (given.has(own) || byNumber.has(number)) faults.push({ path: `nodes[${index}].number`, message: `${number} is there already` });
    given.add(own);
    if (!byNumber.has(number)) byNumber.set(number, own);
  });
  const nodes = drafts.map((draft, index) => nodeOf(draft, ids[index] as string, byNumber));
  return { nodes, byNumber, faults: [...faults, ...parentFaults(drafts, nodes, before)] };
}

/** A parent stands before its children, as on paper; so there is no circle either. */
function parentFaults(drafts: readonly NodeDraft[], nodes: readonly PlanNode[], before: ReadonlyMap<string, PlanNode>): readonly Fault[] {
  const places = new Map([...new Set([...before.keys(), ...nodes.map(({ id }) => id)])].map((id, place) => [id, place]));
  const placeOf = (id: string | undefined): number => places.get(id ?? '') ?? Number.POSITIVE_INFINITY;
  return drafts.flatMap(({ parent }, index) => (parent !== undefined && placeOf(nodes[index]?.parent) >= placeOf(nodes[index]?.id)
    ? [{ path: `nodes[${index}].parent`, message: `no node ${parent} stands before this one` }] : []));
}

function nodeOf(draft: NodeDraft, id: string, byNumber: ReadonlyMap<string, string>): PlanNode {
  const { number, level, name, section, related = [], outside = [], flags = [], texts = {}, upper = [] } = draft;
  const parent = draft.parent === undefined ? undefined : byNumber.get(draft.parent);
  return {
    id,
    ...(parent !== undefined && { parent }),
    level,
    number,
    name,
    section,
    related,
    outside,
    flags: [...new Set(flags)],
    texts: texts as PlanNode['texts'],
    upper: upper.map(({ plan, node }) => ({ plan, node })),
  };
}
