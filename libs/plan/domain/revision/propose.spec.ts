import { describe, expect, it } from '@jest/globals';
import { amountOf, companies as handedIn, companiesIndicator, measureNode } from '../plan-examples.ts';
import type { ProposedChange } from './proposed-change.ts';
import {
  beforeRevision, companies, evidence, first, given, inRevision, made, other, place, placed, proposing, second, visitors,
} from './revision-examples.ts';

const { node: _, ...indicator } = handedIn;
const newIndicator = { ...indicator, number: '2', targets: [{ year: 2027, value: '10社' }] };
const recordedIndicator = { ...companiesIndicator, number: '2', targets: [{ year: 2027, value: amountOf('10') }] };

/** As handed in, and as recorded. */
const changes: readonly (readonly [handedIn: Readonly<Record<string, unknown>>, recorded: ProposedChange])[] = [
  [{ kind: 'change-target', indicator: companies, year: 2026, value: '45社' }, { kind: 'change-target', indicator: companies, year: 2026, value: amountOf('45') }],
  [{ kind: 'add-node', node: { ...place('37'), level: 'measure', parent: 'id of 3' } },
    { kind: 'add-node', node: { parent: 'id of 3', level: 'measure', ...placed('37', 'id of node') } }],
  [{ kind: 'drop-node', node: first }, { kind: 'drop-node', node: first }],
  [{ kind: 'drop-node', node: first, recommendationsTo: second.id }, { kind: 'drop-node', node: first, recommendationsTo: second.id }],
  [{ kind: 'rename-node', node: first, number: '38' }, { kind: 'rename-node', node: first, number: '38' }],
  [{ kind: 'move-node', node: first, parent: other.id }, { kind: 'move-node', node: first, parent: other.id }],
  [{ kind: 'merge-nodes', nodes: [first], into: second.id }, { kind: 'merge-nodes', nodes: [first], into: second.id }],
  [{ kind: 'merge-nodes', nodes: [first, second.id], into: place('35') },
    { kind: 'merge-nodes', nodes: [first, second.id], into: 'id of node', newNode: placed('35', 'id of node') }],
  [{ kind: 'split-node', node: first, into: [place('35'), { ...place('38'), indicators: [companies] }] },
    {
      kind: 'split-node', node: first,
      into: [{ node: placed('35', 'id of node 0'), children: [], indicators: [] }, { node: placed('38', 'id of node 1'), children: [], indicators: [companies] }],
    }],
  [{ kind: 'change-owner', node: first, section: 'childcare' }, { kind: 'change-owner', node: first, section: 'childcare', related: [], outside: [] }],
  [{ kind: 'add-indicator', indicator: { ...newIndicator, node: first } }, { kind: 'add-indicator', indicator: recordedIndicator }],
  [{ kind: 'replace-indicator', indicator: companies, replacement: { ...newIndicator, node: first } },
    { kind: 'replace-indicator', indicator: companies, replacement: recordedIndicator }],
  [{ kind: 'drop-indicator', indicator: companies }, { kind: 'drop-indicator', indicator: companies }],
];

/** What is wrong with each, and where it says so. */
const faulty: readonly (readonly [change: unknown, ...faults: readonly string[]])[] = [
  [{ kind: 'burn' }, 'change.kind there is no "burn"; must be one of change-target, add-node, drop-node, rename-node, move-node, merge-nodes, split-node,'
    + ' change-owner, add-indicator, replace-indicator, drop-indicator'],
  [{ kind: 'drop-node', node: first, now: true }, 'change.now means nothing here'],
  [{ kind: 'change-target', indicator: companies, year: 2031, value: '30社' }, 'change.year the plan runs from 2025 to 2030'],
  [{ kind: 'change-target', indicator: companies, year: 2026, value: '３０社' }, 'change.value is the target already'],
  [{ kind: 'change-target', indicator: 'gone', year: 2026, value: '　' }, 'change.value must not be blank'],
  [{ kind: 'change-target', indicator: 'gone', year: 2026, value: '30社' }, 'change.indicator there is no indicator gone'],
  [{ kind: 'add-node', node: { ...place('36'), level: 'measure', parent: 'gone', section: 'nobody' } },
    'change.node.parent there is no node gone', 'change.node.number 36 is there already', 'change.node.section there is no nobody'],
  [{ kind: 'add-node', node: { ...place('37'), level: 'measure' } }, 'change.node.parent measure stands below policy'],
  [{ kind: 'drop-node', node: 'id of 3' }, 'change.node 35, 36 stand below it'],
  [{ kind: 'drop-node', node: first, recommendationsTo: first }, 'change.recommendationsTo is the node that is dropped'],
  [{ kind: 'rename-node', node: first, number: '36' }, 'change.number 36 is there already'],
  [{ kind: 'rename-node', node: first, name: measureNode.name }, 'change.name is what it is called already'],
  [{ kind: 'move-node', node: 'id of 3', parent: first }, 'change.parent 35 stands below 3 itself'],
  [{ kind: 'move-node', node: first, parent: second.id }, 'change.parent measure stands below policy'],
  [{ kind: 'move-node', node: first, parent: 'id of 3', number: '36' }, 'change.parent is where it stands already', 'change.number 36 is there already'],
  [{ kind: 'merge-nodes', nodes: [first, first, other.id, second.id], into: second.id },
    'change.nodes[1] is named already', 'change.nodes[2] is no measure', 'change.nodes[3] cannot be merged into itself'],
  [{ kind: 'merge-nodes', nodes: [first], into: place('36') },
    'change.into.number 36 is there already', 'change.nodes must have at least 2 members'],
  [{ kind: 'split-node', node: first, into: [place('35')] }, 'change.into must have at least 2 members'],
  [{ kind: 'split-node', node: first, into: [{ ...place('35'), indicators: [companies] }, { ...place('35'), indicators: [companies, 'visitors'] }] },
    'change.into[1].number 35 is there already', 'change.into[1].indicators[0] is named already',
    'change.into[1].indicators[1] does not hang on the node that is split'],
  [{ kind: 'change-owner', node: first, section: 'nobody' }, 'change.section there is no nobody'],
  [{ kind: 'add-indicator', indicator: { ...newIndicator, node: 'gone', targets: [{ year: 1999, value: '1' }] } },
    'change.indicator.targets[0].year the plan runs from 2025 to 2030'],
  [{ kind: 'add-indicator', indicator: { ...newIndicator, node: first, number: '1' } }, 'change.indicator.number 1 is there already'],
  [{ kind: 'replace-indicator', indicator: 'gone', replacement: { ...newIndicator, node: 'gone' } },
    'change.indicator there is no indicator gone', 'change.replacement.node there is no node gone'],
];

describe('propose a change', () => {
  it.each(changes)('records %j, why, and what it rests on', (change, recorded) => {
    given(...inRevision).when(proposing(change)).then(made('id of proposal', recorded));
  });

  it.each(faulty)('refuses %j', (change, ...faults) => {
    const told = faults.map((fault) => ({ path: fault.slice(0, fault.indexOf(' ')), message: fault.slice(fault.indexOf(' ') + 1) }));
    given(...inRevision).when(proposing(change)).thenRejected('proposal-faulty', { faults: told });
  });

  it('takes what fits only together with another that is open', () => {
    const node = { parent: 'id of 3', level: 'measure', ...placed('37', 'new') };
    const onTheNew = { kind: 'add-indicator', indicator: { ...newIndicator, node: 'new' } };
    const added = made('one', { kind: 'add-node', node });
    given(...inRevision).when(proposing(onTheNew)).thenRejected('proposal-faulty');
    given(...inRevision, added, { type: 'ProposalDeclined', proposal: 'one', reason: '不要' }).when(proposing(onTheNew)).thenRejected('proposal-faulty');
    given(...inRevision, added).when(proposing(onTheNew))
      .then(made('id of proposal', { kind: 'add-indicator', indicator: { ...recordedIndicator, node: 'new' } }));
  });

  it('takes another way for a node about which a proposal is open', () => {
    given(...inRevision, made('one', { kind: 'drop-node', node: first })).when(proposing({ kind: 'rename-node', node: first, number: '38' }))
      .then(made('id of proposal', { kind: 'rename-node', node: first, number: '38' }));
  });

  it('refuses, in this order, each with what mends it', () => {
    const known = { missingEvidence: evidence, openRecommendations: [{ recommendation: 'recommendation-1', node: first, text: '統合を検討されたい。' }] };
    const drop = { kind: 'drop-node', node: first };
    given(...beforeRevision).when(proposing({}, { text: ' ' }, known)).thenRejected('no-revision-open');
    given(...inRevision).when(proposing({}, { text: ' ' }, known)).thenRejected('proposal-faulty', { faults: [{ path: 'change.kind', message: 'is missing' }] });
    given(...inRevision).when(proposing(drop, { text: ' ' }, known)).thenRejected('reason-missing');
    given(...inRevision).when(proposing(drop, {}, known)).thenRejected('evidence-missing', { evidence });
    given(...inRevision).when(proposing(drop, {}, { ...known, missingEvidence: [] }))
      .thenRejected('recommendations-open', { recommendations: known.openRecommendations });
  });

  it('stands in the planRevision with who made it', () => {
    const state = given(...inRevision, made('one', { kind: 'drop-indicator', indicator: visitors.id })).state();
    expect(state).toMatchObject({
      planRevisions: [{
        planVersion: 1, reason: '中間年の見直しのため。', by: 'person-1', revision: 4, outcome: { kind: 'open' },
        proposals: new Map([['one', expect.objectContaining({ proposal: 'one', by: 'person-1', remarks: [], outcome: { kind: 'open' } })]]),
      }],
    });
  });
});
