import type { Plan } from '../plan.ts';
import type { Indicator, PlanEvent, PlanNode } from '../plan.events.ts';
import { adopted, amountOf, asked, companiesIndicator, drafted, facts, given, measureNode, policyNode } from '../plan-examples.ts';
import { propose, type Propose, type ProposeFacts } from './propose.ts';
import type { ProposedChange } from './proposed-change.ts';
import type { ProposalMade, RevisionOpened } from './revision.events.ts';

/** The plan that is revised: two policies, two measures below the first, each with an indicator numbered 1. */
export { asked, given };

export const other: PlanNode = { ...policyNode, id: 'id of 4', number: '4' };
export const second: PlanNode = { ...measureNode, id: 'id of 36', number: '36', related: [], outside: [], texts: {}, upper: [] };
export const visitors: Indicator = {
  id: 'visitors', node: second.id, number: '1', name: { ja: '来場者数', en: 'Visitors' }, class: 'outcome', unit: '人', kind: 'annual', direction: 'higher',
  targets: [{ year: 2026, value: amountOf('500', '500人') }],
};
export const opened: RevisionOpened = { type: 'RevisionOpened', planVersion: 1, reason: '中間年の見直しのため。' };
export const beforeRevision: readonly PlanEvent[] = [
  drafted,
  { type: 'NodesDrafted', nodes: [policyNode, other, measureNode, second] },
  { type: 'IndicatorsDrafted', indicators: [companiesIndicator, visitors] },
  adopted,
];
export const inRevision: readonly PlanEvent[] = [...beforeRevision, opened];

export const companies = companiesIndicator.id;
export const first = measureNode.id;

export const why = { reason: 'recommendation', text: '委員会の提言を受けて見直す。' } as const;
export const evidence = [{ sheet: '2025-id of 35', revision: 7 }, { recommendation: 'recommendation-1' }] as const;
const proposeFacts: ProposeFacts = { ...facts, missingEvidence: [], openRecommendations: [] };

/** A change as it is handed in. */
export const proposing = (change: unknown, command: Partial<Propose> = {}, known: Partial<ProposeFacts> = {}) => (plan: Plan) =>
  propose({ ...asked, plan: 'one', ...why, evidence, change, ...command }, plan, { ...proposeFacts, ...known });

export function made(proposal: string, change: ProposedChange): ProposalMade {
  return { type: 'ProposalMade', proposal, change, ...why, evidence };
}

/** How parts of a plan are handed in that take the place of others. */
export const place = (number: string) => ({ number, name: { ja: `施策${number}`, en: `Measure ${number}` }, section: 'promotion' });
export const placed = (number: string, id: string) => ({ id, ...place(number), related: [], outside: [], flags: [], texts: {}, upper: [] });
