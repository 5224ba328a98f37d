import { describe, expect, it } from '@jest/globals';
import { adopted, asked, companiesIndicator, given, inDraft, measureNode, policyNode } from './plan-examples.ts';
import { prune, type PrunePlan } from './prune.ts';
import type { DraftPruned } from './plan.events.ts';

const pruning = (command: PrunePlan) => (state: Parameters<typeof prune>[1]) => prune({ ...asked, ...command }, state);
const pruned: DraftPruned = { type: 'DraftPruned', nodes: [policyNode.id, measureNode.id], indicators: [companiesIndicator.id] };

describe('prune the draft', () => {
  it('records what hangs on a node with it, each once', () => {
    given(...inDraft).when(pruning({ nodes: [policyNode.id] })).then(pruned);
    given(...inDraft).when(pruning({ nodes: [measureNode.id, policyNode.id], indicators: [companiesIndicator.id] })).then(pruned);
  });

  it('takes an indicator alone', () => {
    given(...inDraft).when(pruning({ indicators: [companiesIndicator.id] })).then({ ...pruned, nodes: [] });
  });

  it('leaves nothing of it in the draft', () => {
    expect(given(...inDraft, pruned).state()).toMatchObject({ phase: 'draft', nodes: new Map(), indicators: new Map() });
  });

  it('stays quiet when nothing is named', () => {
    given(...inDraft).when(pruning({})).thenNothing();
  });

  it('refuses what is not there, and a plan that is adopted', () => {
    given(...inDraft).when(pruning({ nodes: ['gone'], indicators: [companiesIndicator.id, 'gone'] })).thenRejected('plan-faulty', {
      faults: [{ path: 'nodes[0]', message: 'there is no node gone' }, { path: 'indicators[1]', message: 'there is no indicator gone' }],
    });
    given(...inDraft, adopted).when(pruning({ nodes: ['gone'] })).thenRejected('plan-exists', { planVersion: 1 });
  });
});
