import type { FiscalYear } from '../../kernel/fiscal-year.ts';
import type { TypedValue } from '../../kernel/value.ts';
import { same } from '../../scheme/domain/compare-parts.ts';
import { comingsOf, endOf, predecessorsOf, successorsOf } from './lineage.ts';
import type { PlanContents } from './plan.ts';
import type { Indicator, PlanNode } from './plan.events.ts';
import type { LineageEntry } from './revision/revision.events.ts';
import { sameValue } from './targets.ts';

/** 新旧対照表: what became of each node and each indicator of one version, and what is new in the other. */
export interface ComparedVersions {
  readonly nodes: readonly Compared<PlanNode>[];
  readonly indicators: readonly (Compared<Indicator> & { readonly targets: readonly ComparedTarget[] })[];
}

/** Of a thing that is moved and renamed the first is said, and the members tell both. */
export type ComparedStatus = 'unchanged' | 'changed' | 'renamed' | 'moved' | 'merged' | 'split' | 'replaced' | 'added' | 'dropped';

export interface Compared<Item> {
  readonly id: string;
  readonly status: ComparedStatus;
  readonly before?: Item;
  readonly after?: Item;
  /** What it came from, of the version before. */
  readonly from: readonly string[];
  /** What it became, of the version after; of a node that was dropped, where its recommendations went. */
  readonly into: readonly string[];
  readonly changes: readonly { readonly member: string; readonly old: unknown; readonly new: unknown }[];
}

/** A year's target where the two differ; null where there is none. */
export interface ComparedTarget {
  readonly year: FiscalYear;
  readonly old: TypedValue | null;
  readonly new: TypedValue | null;
}

type Contents = Pick<PlanContents, 'nodes' | 'indicators'>;

/** Which member says where a thing stands, by which it is called, and what else may change. */
interface Members<Item> {
  readonly place: keyof Item & string;
  readonly names: readonly (keyof Item & string)[];
  readonly others: readonly (keyof Item & string)[];
}

const ofNodes: Members<PlanNode> = {
  place: 'parent', names: ['number', 'name'], others: ['level', 'section', 'related', 'outside', 'flags', 'texts', 'upper'],
};
const ofIndicators: Members<Indicator> = {
  place: 'node', names: ['number', 'name'],
  others: ['class', 'unit', 'kind', 'direction', 'baseline', 'formula', 'source', 'knownWhen'],
};

/** In the order of the first, what is new at the end. The lineage is that of all versions of the plan. */
export function compareVersions(before: Contents, after: Contents, lineage: readonly LineageEntry[]): ComparedVersions {
  const comparing = { before, after, lineage, takenOver: lineage.filter(({ kind }) => kind !== 'dropped') };
  return {
    nodes: everyOf(before.nodes, after.nodes).map((id) => compared(id, before.nodes.get(id), after.nodes.get(id), ofNodes, comparing)),
    indicators: everyOf(before.indicators, after.indicators).map((id) => {
      const [old, now] = [before.indicators.get(id), after.indicators.get(id)];
      const targets = comparedTargets(old, now);
      const one = compared(id, old, now, ofIndicators, comparing);
      return { ...one, status: one.status === 'unchanged' && targets.length > 0 ? 'changed' : one.status, targets };
    }),
  };
}

function everyOf(before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown>): readonly string[] {
  return [...before.keys(), ...[...after.keys()].filter((id) => !before.has(id))];
}

interface Comparing {
  readonly before: Contents;
  readonly after: Contents;
  readonly lineage: readonly LineageEntry[];
  /** Without what was dropped: where its recommendations went, nothing else did. */
  readonly takenOver: readonly LineageEntry[];
}

function compared<Item extends object>(
  id: string, before: Item | undefined, after: Item | undefined, members: Members<Item>, comparing: Comparing,
): Compared<Item> {
  if (after === undefined) return { id, ...goneInto(id, comparing), ...(before !== undefined && { before }), from: [], changes: [] };
  const from = predecessorsOf({ lineage: comparing.takenOver }, id).filter((one) => isIn(comparing.before, one));
  const [coming] = comingsOf(comparing.takenOver, id);
  const came = from.length > 0 ? coming?.kind : undefined;
  if (before === undefined) return { id, status: came ?? 'added', after, from, into: [], changes: [] };
  const changes = before === after ? []
    : [members.place, ...members.names, ...members.others].filter((member) => !same(before[member], after[member]))
      .map((member) => ({ member, old: before[member] ?? null, new: after[member] ?? null }));
  return { id, status: came ?? statusOf(changes.map(({ member }) => member), members), before, after, from, into: [], changes };
}

function goneInto(id: string, { after, lineage }: Comparing): Pick<Compared<never>, 'status' | 'into'> {
  const into = successorsOf({ ...after, lineage }, id);
  const end = endOf(lineage, id);
  return { status: into.length > 0 && end !== undefined ? end.kind : 'dropped', into };
}

function statusOf<Item>(changed: readonly string[], { place, names }: Members<Item>): ComparedStatus {
  if (changed.length === 0) return 'unchanged';
  if (changed.includes(place)) return 'moved';
  return names.some((name) => changed.includes(name)) ? 'renamed' : 'changed';
}

function isIn({ nodes, indicators }: Contents, id: string): boolean {
  return nodes.has(id) || indicators.has(id);
}

function comparedTargets(before: Indicator | undefined, after: Indicator | undefined): readonly ComparedTarget[] {
  if (before?.targets === after?.targets) return [];
  const [old, now] = [before, after].map((indicator) => new Map(indicator?.targets.map(({ year, value }) => [year, value])));
  const years = [...new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])].toSorted((one, other) => one - other);
  return years.map((year) => ({ year, old: old?.get(year) ?? null, new: now?.get(year) ?? null }))
    .filter((target) => !(target.old?.typed === target.new?.typed || sameValue(target.old, target.new)));
}
