import type { Fault } from '../../kernel/fault.ts';
import type { AdoptedPlan } from '../../plan/domain/plan.ts';
import type { SchemeVersion } from '../../scheme/domain/scheme.ts';
import type { ChosenNode, LeftOutNode, LeftOutReason, LeftOutTogether } from './cycle.events.ts';

/** Which nodes get a sheet: all of some levels, those of them whose turn it is, or the ones that are listed. */
export interface Choose {
  readonly levels?: readonly string[];
  readonly nodes?: readonly string[];
  /** Of each level of each plan every so many years the same ones: with 3, turn 0 is the first, the fourth, the seventh. */
  readonly rotation?: { readonly every: number; readonly turn: number };
  readonly leaveOut?: readonly LeaveOut[];
}

/** One node that gets no sheet, whatever was chosen. It keeps its place in the rotation. */
export interface LeaveOut {
  readonly node: string;
  readonly reason: SingleReason;
}

export type SingleReason = Extract<LeftOutReason, 'ended' | 'evaluated-elsewhere' | 'too-early'>;

/** What is chosen from: the plans in the cycle's order, and the forms of the scheme. */
export interface ChosenFrom {
  readonly plans: readonly { readonly plan: string; readonly contents: Pick<AdoptedPlan, 'nodes'> }[];
  readonly scheme: Pick<SchemeVersion, 'levels' | 'sheetTypes'>;
}

export interface Chosen {
  readonly nodes: readonly ChosenNode[];
  readonly leftOut: readonly LeftOutTogether[];
}

/** So many that a cycle is written in one append. */
const chosenAtMost = 2_000;
const leftOutAtMost = 3_000;

/** A node of a level that has a form. */
interface Candidate extends ChosenNode {
  readonly level: string;
  /** Where it stands among the nodes of its level in its plan. */
  readonly place: number;
}

export function chooseNodes(choose: Choose, from: ChosenFrom): { readonly chosen: Chosen; readonly faults: readonly Fault[] } {
  const candidates = candidatesIn(from);
  const reasonFor = reasonsOf(choose);
  const nodes: ChosenNode[] = [];
  const leftOut: LeftOutNode[] = [];
  for (const candidate of candidates) {
    const { plan, node, sheetType } = candidate;
    const reason = reasonFor(candidate);
    if (reason === undefined) nodes.push({ plan, node, sheetType });
    else leftOut.push({ plan, node, reason });
  }
  const faults = [...faultsOfWay(choose), ...faultsOfLevels(choose, from.scheme), ...faultsOfNodes(choose, from, candidates)];
  return {
    chosen: { nodes, leftOut: together(leftOut) },
    // What is wrong already makes any number of nodes.
    faults: faults.length > 0 ? faults : faultsOfNumber(nodes.length, leftOut.length),
  };
}

/** The form of each level that has one. */
export function sheetTypesByLevel({ sheetTypes }: Pick<SchemeVersion, 'sheetTypes'>): ReadonlyMap<string, string> {
  return new Map(sheetTypes.map(({ level, id }) => [level, id]));
}

function candidatesIn({ plans, scheme }: ChosenFrom): readonly Candidate[] {
  const sheetTypeOf = sheetTypesByLevel(scheme);
  return plans.flatMap(({ plan, contents }) => {
    const counted = new Map<string, number>();
    return [...contents.nodes.values()].flatMap(({ id: node, level }) => {
      const sheetType = sheetTypeOf.get(level);
      if (sheetType === undefined) return [];
      const place = counted.get(level) ?? 0;
      counted.set(level, place + 1);
      return [{ plan, node, sheetType, level, place }];
    });
  });
}

/** Why a node gets no sheet; undefined for one that gets one. */
function reasonsOf({ levels, nodes, rotation, leaveOut }: Choose): (candidate: Candidate) => LeftOutReason | undefined {
  const singly = new Map(leaveOut?.map(({ node, reason }) => [node, reason]));
  const listed = nodes && new Set(nodes);
  const ofLevels = new Set(levels);
  return ({ node, level, place }) => {
    const reason = singly.get(node);
    if (reason !== undefined) return reason;
    if (listed !== undefined) return listed.has(node) ? undefined : 'not-listed';
    if (!ofLevels.has(level)) return 'level-not-chosen';
    return rotation === undefined || place % rotation.every === rotation.turn ? undefined : 'not-its-turn';
  };
}

function together(leftOut: readonly LeftOutNode[]): readonly LeftOutTogether[] {
  const groups = Map.groupBy(leftOut, ({ plan, reason }) => `${plan} ${reason}`);
  return [...groups.values()].flatMap((group) =>
    group.slice(0, 1).map(({ plan, reason }) => ({ plan, reason, nodes: group.map(({ node }) => node) })));
}

function faultsOfWay({ levels, nodes, rotation }: Choose): readonly Fault[] {
  const faults: Fault[] = [];
  if ((levels === undefined) === (nodes === undefined)) {
    faults.push({ path: 'choose', message: 'nodes are chosen by their levels or by a list, and by one of the two' });
  }
  if (rotation === undefined) return faults;
  if (levels === undefined) faults.push({ path: 'choose.rotation', message: 'only nodes that are chosen by their levels take turns' });
  if (rotation.turn >= rotation.every) {
    faults.push({ path: 'choose.rotation.turn', message: `of ${rotation.every} turns the last is ${rotation.every - 1}` });
  }
  return faults;
}

function faultsOfLevels({ levels = [] }: Choose, scheme: ChosenFrom['scheme']): readonly Fault[] {
  const known = new Set(scheme.levels.map(({ id }) => id));
  const sheetTypeOf = sheetTypesByLevel(scheme);
  return levels.flatMap((level, index) => {
    const path = `choose.levels[${index}]`;
    if (!known.has(level)) return [{ path, message: `the scheme has no level ${level}` }];
    if (levels.indexOf(level) < index) return [{ path, message: `${level} is chosen already` }];
    return sheetTypeOf.has(level) ? [] : [{ path, message: `the scheme has no form for the level ${level}` }];
  });
}

function faultsOfNodes({ nodes = [], leaveOut = [] }: Choose, { plans }: ChosenFrom, candidates: readonly Candidate[]): readonly Fault[] {
  const planned = new Map(plans.flatMap(({ contents }) => [...contents.nodes.values()].map(({ id, level }) => [id, level])));
  const withForm = new Set(candidates.map(({ node }) => node));
  const named = new Set<string>();
  const faultOf = (path: string, node: string): readonly Fault[] => {
    const level = planned.get(node);
    if (level === undefined) return [{ path, message: `no plan of the cycle has a node ${node}` }];
    if (named.has(node)) return [{ path, message: `${node} is named already` }];
    named.add(node);
    return withForm.has(node) ? [] : [{ path, message: `the scheme has no form for the level ${level}` }];
  };
  return [
    ...nodes.flatMap((node, index) => faultOf(`choose.nodes[${index}]`, node)),
    ...leaveOut.flatMap(({ node }, index) => faultOf(`choose.leaveOut[${index}].node`, node)),
  ];
}

function faultsOfNumber(chosen: number, leftOut: number): readonly Fault[] {
  if (chosen === 0) return [{ path: 'choose', message: 'no node would get a sheet' }];
  if (chosen > chosenAtMost) return [{ path: 'choose', message: `${chosen} nodes would get a sheet, and a cycle has room for ${chosenAtMost}` }];
  return leftOut > leftOutAtMost
    ? [{ path: 'choose', message: `${leftOut} nodes would be left out, and a cycle has room for ${leftOutAtMost}` }] : [];
}
