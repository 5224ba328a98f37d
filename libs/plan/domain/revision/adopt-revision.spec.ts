import { describe, expect, it } from '@jest/globals';
import { successorsOf } from '../lineage.ts';
import { contentsAt } from '../plan-at.ts';
import type { AdoptedPlan } from '../plan.ts';
import type { PlanEvent } from '../plan.events.ts';
import { amountOf, companiesIndicator, facts, measureNode, targetChanged } from '../plan-examples.ts';
import { targetsEverHeld } from '../targets.ts';
import { adoptRevision, type AdoptRevision, type AdoptRevisionFacts } from './adopt-revision.ts';
import type { ProposedChange } from './proposed-change.ts';
import type { PlanRevised } from './revision.events.ts';
import {
  asked, beforeRevision, companies, evidence, first, given, inRevision, made, opened, other, placed, second, visitors, why,
} from './revision-examples.ts';

const known: AdoptRevisionFacts = { ...facts, openRecommendations: [] };
const adopting = (proposals: readonly string[], command: Partial<AdoptRevision> = {}, changed: Partial<AdoptRevisionFacts> = {}) =>
  (plan: Parameters<typeof adoptRevision>[1]) => adoptRevision({ ...asked, plan: 'one', fromYear: 2027, proposals, ...command }, plan, { ...known, ...changed });

/** Proposals "0", "1" … of these changes. */
const proposed = (...changes: readonly ProposedChange[]) => [...inRevision, ...changes.map((change, index) => made(String(index), change))];
const all = (...changes: readonly ProposedChange[]) => changes.map((_, index) => String(index));

const nothing = { nodesPut: [], nodesDropped: [], indicatorsPut: [], indicatorsDropped: [], lineage: [], targetChanges: [] };
const revised: PlanRevised = {
  type: 'PlanRevised', planVersion: 2, fromYear: 2027, proposals: ['0'], ...nothing, schemeRevision: 2, municipalityRevision: 5,
};

const target: ProposedChange = { kind: 'change-target', indicator: companies, year: 2026, value: amountOf('45') };
const retargeted = { proposal: '0', indicator: companies, year: 2026, old: amountOf('30'), new: amountOf('45'), ...why, evidence };
const { number: _, ...unnumbered } = visitors;
const next = { ...companiesIndicator, id: 'next' };

/** What each change does, beyond nothing. */
const effects: readonly (readonly [ProposedChange, Partial<PlanRevised>])[] = [
  [target, { targetChanges: [retargeted] }],
  [{ kind: 'add-node', node: { level: 'policy', ...placed('5', 'five') } }, { nodesPut: [{ level: 'policy', ...placed('5', 'five') }] }],
  [{ kind: 'drop-node', node: second.id }, { nodesDropped: [second.id], indicatorsDropped: [visitors.id] }],
  [{ kind: 'drop-node', node: second.id, recommendationsTo: first },
    { nodesDropped: [second.id], indicatorsDropped: [visitors.id], lineage: [{ kind: 'dropped', from: second.id, to: [first] }] }],
  [{ kind: 'rename-node', node: first, number: '38' }, { nodesPut: [{ ...measureNode, number: '38' }] }],
  [{ kind: 'move-node', node: first, parent: other.id }, { nodesPut: [{ ...measureNode, parent: other.id }] }],
  [{ kind: 'merge-nodes', nodes: [second.id], into: first }, {
    nodesDropped: [second.id], lineage: [{ kind: 'merged', from: second.id, to: [first] }],
    // There is a number 1 there already.
    indicatorsPut: [{ ...unnumbered, node: first }],
  }],
  [{ kind: 'split-node', node: first, into: [{ node: placed('35', 'a'), children: [], indicators: [] }, { node: placed('38', 'b'), children: [], indicators: [companies] }] }, {
    nodesPut: ['a', 'b'].map((id, index) => ({ ...placed(['35', '38'][index] as string, id), level: 'measure', parent: 'id of 3' })),
    nodesDropped: [first], indicatorsPut: [{ ...companiesIndicator, node: 'b' }], lineage: [{ kind: 'split', from: first, to: ['a', 'b'] }],
  }],
  [{ kind: 'change-owner', node: first, section: 'childcare', related: [], outside: [] },
    { nodesPut: [{ ...measureNode, section: 'childcare', related: [], outside: [] }] }],
  [{ kind: 'add-indicator', indicator: { ...next, number: '2' } }, { indicatorsPut: [{ ...next, number: '2' }] }],
  [{ kind: 'replace-indicator', indicator: companies, replacement: next },
    { indicatorsPut: [next], indicatorsDropped: [companies], lineage: [{ kind: 'replaced', from: companies, to: ['next'] }] }],
  [{ kind: 'drop-indicator', indicator: companies }, { indicatorsDropped: [companies] }],
];

function stateOf(...history: readonly PlanEvent[]): AdoptedPlan {
  const state = given(...history).state();
  if (state.phase !== 'adopted') throw new Error('not adopted');
  return state;
}

describe('adopt a revision', () => {
  it.each(effects)('states what %j changes, and nothing else', (change, effect) => {
    given(...proposed(change)).when(adopting(['0'])).then({ ...revised, ...effect });
  });

  it('works in what was taken in the order in which it is named, and leaves the rest', () => {
    const drop: ProposedChange = { kind: 'drop-node', node: 'id of 3' };
    const moves: readonly ProposedChange[] = [first, second.id].map((node) => ({ kind: 'move-node', node, parent: other.id }));
    const history = [...proposed(drop, ...moves, target), { type: 'ProposalDeclined', proposal: '3', reason: '時期尚早' } as const];
    given(...history).when(adopting(['1', '2', '0'])).then({
      ...revised, proposals: ['1', '2', '0'], nodesPut: [{ ...measureNode, parent: other.id }, { ...second, parent: other.id }], nodesDropped: ['id of 3'],
    });
    given(...history).when(adopting(['0', '1', '2']))
      .thenRejected('revision-faulty', { faults: [{ path: 'proposals[0].change.node', message: '35, 36 stand below it' }] });
  });

  it('refuses circles, and two targets for one year', () => {
    const circle: readonly ProposedChange[] = [{ kind: 'merge-nodes', nodes: [first], into: second.id }, { kind: 'merge-nodes', nodes: [second.id], into: first }];
    given(...proposed(...circle)).when(adopting(all(...circle))).thenRejected('revision-faulty', {
      faults: [{ path: 'proposals[1].change.into', message: `${first} is merged already, and leads to ${second.id}` }],
    });
    const twice: readonly ProposedChange[] = [target, { ...target, value: amountOf('50') }];
    given(...proposed(...twice)).when(adopting(all(...twice)))
      .thenRejected('revision-faulty', { faults: [{ path: 'proposals[1].change.year', message: 'the target of 2026 is changed by another proposal' }] });
  });

  it('refuses, in this order', () => {
    const recommendations = { openRecommendations: [{ recommendation: 'recommendation-1', node: first, text: '統合を検討されたい。' }] };
    const history = proposed({ kind: 'drop-node', node: first }, target);
    given(...beforeRevision).when(adopting([])).thenRejected('no-revision-open');
    given(...history).when(adopting(['0'])).thenRejected('proposals-unsettled', { proposals: ['1'] });
    given(...inRevision).when(adopting([])).thenRejected('revision-empty');
    given(...history).when(adopting(['0', '1', '1', 'gone'], { fromYear: 2031 })).thenRejected('revision-faulty', {
      faults: [
        { path: 'fromYear', message: 'the plan runs from 2025 to 2030' },
        { path: 'proposals[2]', message: 'is named already' }, { path: 'proposals[3]', message: 'there is no proposal gone' },
      ],
    });
    given(...history).when(adopting(['1', '0'], {}, recommendations))
      .thenRejected('recommendations-open', { recommendations: recommendations.openRecommendations });
  });

  it('refuses a year before the one from which the last version holds', () => {
    given(...inRevision, made('0', target), { ...revised, targetChanges: [retargeted] }, opened, made('1', { kind: 'drop-indicator', indicator: companies }))
      .when(adopting(['1'], { fromYear: 2026 })).thenRejected('revision-faulty', { faults: [{ path: 'fromYear', message: 'version 2 holds from 2027' }] });
  });
});

describe('a plan that was revised', () => {
  const merge: ProposedChange = { kind: 'merge-nodes', nodes: [second.id], into: first };
  const toMerge: PlanRevised = { ...revised, proposals: ['0', '1'], nodesDropped: [second.id], indicatorsPut: [{ ...visitors, number: '2', node: first }],
    lineage: [{ kind: 'merged', from: second.id, to: [first] }], targetChanges: [retargeted] };
  const history = [
    ...beforeRevision, { ...targetChanged, year: 2028, old: null, new: amountOf('60') }, opened, made('0', target), made('1', merge), toMerge,
  ];
  const { at, by } = { at: asked.now, by: asked.by };

  it('is the next version, says what was taken, and leads from what is no more', () => {
    const state = stateOf(...history);
    expect(state).toMatchObject({
      planVersion: 2, fromYear: 2027, versions: [{ planVersion: 1 }, { planVersion: 2, fromYear: 2027, at, by, revision: 8 }],
      planRevisions: [{ outcome: { kind: 'adopted', planVersion: 2, fromYear: 2027, at, by } }],
    });
    expect([...state.planRevisions[0]?.proposals.values() ?? []].map(({ outcome }) => outcome)).toEqual([{ kind: 'taken' }, { kind: 'taken' }]);
    expect([...state.nodes.keys()]).toEqual(['id of 3', 'id of 4', first]);
    expect(successorsOf(state, second.id)).toEqual([first]);
  });

  it('shows at each revision what held then, with the targets that were changed while it held', () => {
    const state = stateOf(...history, { ...targetChanged, year: 2029, old: null, new: amountOf('80') });
    const targetsAt = (revision: number) => contentsAt(state, revision).indicators.get(companies)?.targets.map(({ year, value }) => [year, value.typed]);
    expect([0, 3, 7].map(targetsAt)).toEqual(Array.from({ length: 3 }, () => [[2026, '30社'], [2028, '60社'], [2030, '100社']]));
    expect(targetsAt(8)).toEqual([[2026, '45社'], [2028, '60社'], [2029, '80社'], [2030, '100社']]);
    expect([7, 8].map((revision) => contentsAt(state, revision)).map(({ planVersion, nodes }) => [planVersion, nodes.has(second.id)])).toEqual([[1, true], [2, false]]);
  });

  it('tells every target that ever held, and why, over its versions', () => {
    expect(targetsEverHeld(stateOf(...history), companies)[0]).toEqual({
      year: 2026,
      held: [
        { value: amountOf('30'), since: at, by, planVersion: 1, revision: 3 },
        { value: amountOf('45'), since: at, by, planVersion: 2, revision: 8, change: { ...why, evidence } },
      ],
    });
  });
});
