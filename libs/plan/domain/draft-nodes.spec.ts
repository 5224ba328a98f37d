import { describe, expect, it } from '@jest/globals';
import { draftNodes } from './draft-nodes.ts';
import type { NodeDraft } from './node-drafts.ts';
import {
  adopted, asked, drafted, facts, given, inDraft, measure, measureNode, nodesDrafted, policy, policyNode,
} from './plan-examples.ts';
import { asOnPaper } from './tree.ts';

const drafting = (...nodes: readonly NodeDraft[]) => (state: Parameters<typeof draftNodes>[1]) => draftNodes({ ...asked, nodes }, state, facts);

describe('draft nodes', () => {
  it('adds nodes below those that are there', () => {
    given(...inDraft).when(drafting({ ...measure, number: '36' }))
      .then({ type: 'NodesDrafted', nodes: [{ ...measureNode, id: 'id of 36', number: '36' }] });
  });

  it('takes the place of a node by its number or its id, and lets two nodes change numbers', () => {
    given(drafted, { ...nodesDrafted, nodes: [policyNode, { ...measureNode, id: 'kept' }] }).when(drafting({ ...measure, flags: ['new'] }))
      .then({ type: 'NodesDrafted', nodes: [{ ...measureNode, id: 'kept', flags: ['new'] }] });
    const other = { ...policyNode, id: 'other', number: '4' };
    given(drafted, { ...nodesDrafted, nodes: [policyNode, other] })
      .when(drafting({ ...policy, id: 'id of 3', number: '4' }, { ...policy, id: 'other', number: '3' }))
      .then({ type: 'NodesDrafted', nodes: [{ ...policyNode, number: '4' }, { ...other, number: '3' }] });
  });

  it('keeps the places of nodes, so that a plan reads as on paper', () => {
    const later = { ...measureNode, id: 'id of 36', number: '36' };
    const second = { ...policyNode, id: 'id of 4', number: '4' };
    const state = given(...inDraft, { type: 'NodesDrafted', nodes: [second, { ...later, name: policy.name }] }, { type: 'NodesDrafted', nodes: [policyNode] }).state();
    expect(state.phase === 'draft' && asOnPaper(state.nodes).map(({ number }) => number)).toEqual(['3', '35', '36', '4']);
  });

  it('refuses a node that would stand below itself, a number that is taken, an id that is not there', () => {
    given(...inDraft).when(drafting({ ...policy, parent: '35' }, { ...measure, id: 'gone', number: '3' })).thenRejected('plan-faulty', {
      faults: [
        { path: 'nodes[1].id', message: 'there is no node gone' },
        { path: 'nodes[1].number', message: '3 is there already' },
        { path: 'nodes[0].parent', message: 'no node 35 stands before this one' },
      ],
    });
    given(...inDraft).when(drafting({ ...measure, id: 'id of 35', number: '3' })).thenRejected('plan-faulty', {
      faults: [{ path: 'nodes[0].number', message: '3 is there already' }],
    });
    given(...inDraft).when(drafting(measure, { ...measure, id: 'id of 35', number: '36' })).thenRejected('plan-faulty', {
      faults: [{ path: 'nodes[1].number', message: '36 is there already' }],
    });
  });

  it('refuses once the plan is adopted', () => {
    given(...inDraft, adopted).when(drafting(measure)).thenRejected('plan-exists', { planVersion: 1 });
  });
});
