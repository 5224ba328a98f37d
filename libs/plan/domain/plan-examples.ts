import { asked, specify } from '../../kernel/testing/given.ts';
import type { Level } from '../../scheme/domain/scheme.events.ts';
import type { DraftPlan } from './draft.ts';
import type { IndicatorDraft } from './indicator-drafts.ts';
import type { NodeDraft } from './node-drafts.ts';
import type { PlanFacts } from './node-faults.ts';
import { planDecider } from './plan.ts';
import type {
  Indicator, IndicatorsDrafted, NodesDrafted, PlanAdopted, PlanDrafted, PlanEvent, PlanNode, TargetChanged,
} from './plan.events.ts';

/** The plan of which every spec of this folder speaks: a policy, a measure below it, and one indicator of the measure. */
export const { given } = specify(planDecider);
export { asked };

const label = { ja: '販路開拓', en: 'New markets' };
const levels: readonly Level[] = [
  { id: 'policy', name: label, texts: [] },
  { id: 'measure', name: label, parent: 'policy', texts: [{ id: 'purpose', name: label }, { id: 'issue', name: label }] },
];
export const facts: PlanFacts = {
  levels: new Map(levels.map((level) => [level.id, level])),
  isSection: (id) => ['promotion', 'childcare', 'planning'].includes(id),
  isUpperNode: ({ plan, node }) => plan === 'basic-plan' && node === 'pillar-1',
  schemeRevision: 2,
  municipalityRevision: 5,
};

export const policy: NodeDraft = { number: '3', level: 'policy', name: label, section: 'promotion' };
export const measure: NodeDraft = {
  number: '35', parent: '3', level: 'measure', name: label, section: 'promotion', related: ['childcare'], outside: ['商工会議所'],
  flags: ['priority'], texts: { purpose: '販路を広げる。' }, upper: [{ plan: 'basic-plan', node: 'pillar-1' }],
};
export const companies: IndicatorDraft = {
  node: '35', number: '1', name: label, class: 'outcome', unit: '社', kind: 'cumulative', direction: 'higher',
  baseline: { year: 2023, value: '１２社' }, targets: [{ year: 2030, value: '100社' }, { year: 2026, value: '30社' }],
  formula: '支援した企業の数', source: '産業振興課調べ', knownWhen: '翌年度5月',
};
const begun = { name: label, firstYear: 2025, lastYear: 2030 };
export const plan: DraftPlan = { ...begun, nodes: [policy, measure], indicators: [companies] };

const bare = { related: [], outside: [], flags: [], texts: {}, upper: [] };
export const policyNode: PlanNode = { ...bare, id: 'id of 3', number: '3', level: 'policy', name: label, section: 'promotion' };
export const measureNode: PlanNode = {
  id: 'id of 35', parent: 'id of 3', number: '35', level: 'measure', name: label, section: 'promotion', related: ['childcare'],
  outside: ['商工会議所'], flags: ['priority'], texts: { purpose: '販路を広げる。' }, upper: [{ plan: 'basic-plan', node: 'pillar-1' }],
};

export function amountOf(amount: string, typed = `${amount}社`) {
  return { typed, understood: { kind: 'amount', amount, unit: '社' } } as const;
}

export const companiesIndicator: Indicator = {
  id: 'id of indicator 0', node: 'id of 35', number: '1', name: label, class: 'outcome', unit: '社', kind: 'cumulative', direction: 'higher',
  baseline: { year: 2023, value: amountOf('12', '１２社') },
  targets: [{ year: 2026, value: amountOf('30') }, { year: 2030, value: amountOf('100') }],
  formula: '支援した企業の数', source: '産業振興課調べ', knownWhen: '翌年度5月',
};

export const drafted: PlanDrafted = { type: 'PlanDrafted', ...begun };
export const nodesDrafted: NodesDrafted = { type: 'NodesDrafted', nodes: [policyNode, measureNode] };
export const indicatorsDrafted: IndicatorsDrafted = { type: 'IndicatorsDrafted', indicators: [companiesIndicator] };
export const inDraft: readonly PlanEvent[] = [drafted, nodesDrafted, indicatorsDrafted];
export const adopted: PlanAdopted = { type: 'PlanAdopted', planVersion: 1, fromYear: 2025, schemeRevision: 2, municipalityRevision: 5 };
export const targetChanged: TargetChanged = {
  type: 'TargetChanged', indicator: companiesIndicator.id, year: 2026, old: amountOf('30'), new: amountOf('45'),
  reason: 'result-exceeded', text: '前倒しで達成したため。', evidence: [{ sheet: '2025-id of 35', revision: 7 }],
};
