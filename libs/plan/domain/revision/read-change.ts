import type { Asked } from '../../../kernel/asked.ts';
import { pathText, type Fault } from '../../../kernel/fault.ts';
import { typedValue } from '../../../kernel/value-parse.ts';
import { plainMessage } from '../../../scheme/domain/plain-message.ts';
import { draftedIndicators, type IndicatorDraft } from '../indicator-drafts.ts';
import type { PlanContents } from '../plan.ts';
import type { Indicator } from '../plan.events.ts';
import { changeShape, type HandedInChange } from './change-shape.ts';
import type { NodeInPlace, ProposedChange } from './proposed-change.ts';

type Years = Pick<PlanContents, 'firstYear' | 'lastYear'>;

/** A change as it is recorded, or what is wrong with how it was handed in. */
export type ReadChange = { readonly change: ProposedChange } | { readonly faults: readonly Fault[] };

export function readChange(handedIn: unknown, years: Years, newId: Asked['newId']): ReadChange {
  const read = changeShape.safeParse(handedIn, { error: plainMessage });
  if (!read.success) {
    return {
      faults: read.error.issues.flatMap((issue) => (issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => ({ path: pathText(['change', ...issue.path, key]), message: 'means nothing here' }))
        : [{ path: pathText(['change', ...issue.path]), message: issue.message }])),
    };
  }
  const { data } = read;
  switch (data.kind) {
    case 'add-indicator': {
      const { indicator, faults } = newIndicator(data.indicator, 'indicator', years, newId);
      return faults.length > 0 ? { faults } : { change: { kind: data.kind, indicator } };
    }
    case 'replace-indicator': {
      const { indicator: replacement, faults } = newIndicator(data.replacement, 'replacement', years, newId);
      return faults.length > 0 ? { faults } : { change: { kind: data.kind, indicator: data.indicator, replacement } };
    }
    default: return { change: recordedChange(data, newId) };
  }
}

type OfNodesAndTargets = Exclude<HandedInChange, { readonly kind: 'add-indicator' | 'replace-indicator' }>;

function recordedChange(change: OfNodesAndTargets, newId: Asked['newId']): ProposedChange {
  switch (change.kind) {
    case 'change-target': return { ...change, value: typedValue(change.value) };
    case 'add-node': {
      const { parent, level, ...node } = change.node;
      return { kind: change.kind, node: { ...(parent !== undefined && { parent }), level, ...newNode(node, newId('node')) } };
    }
    case 'merge-nodes': {
      const { kind, nodes, into } = change;
      if (typeof into === 'string') return { kind, nodes, into };
      const node = newNode(into, newId('node'));
      return { kind, nodes, into: node.id, newNode: node };
    }
    case 'split-node': return {
      kind: change.kind,
      node: change.node,
      into: change.into.map(({ children, indicators, ...node }, index) => ({ node: newNode(node, newId(`node ${index}`)), children, indicators })),
    };
    default: return change;
  }
}

function newNode({ flags, ...node }: Omit<NodeInPlace, 'id'>, id: string): NodeInPlace {
  return { id, ...node, flags: [...new Set(flags)] };
}

/** An indicator in a plan that has no other: whether its number is free is seen when it is worked in. */
function newIndicator(draft: IndicatorDraft, member: string, years: Years, newId: Asked['newId']) {
  const { indicators, faults } = draftedIndicators([draft], { ...years, byNumber: new Map([[draft.node, draft.node]]), indicators: new Map() }, newId);
  return {
    indicator: indicators[0] as Indicator,
    faults: faults.map(({ path, message }) => ({ path: path.replace('indicators[0]', `change.${member}`), message })),
  };
}
