import { describe, expect, it } from '@jest/globals';
import { discussProposal } from './discuss.ts';
import type { ProposalDiscussed } from './revision.events.ts';
import { asked, beforeRevision, first, given, inRevision, made } from './revision-examples.ts';

const proposed = made('one', { kind: 'drop-node', node: first });
const discussed: ProposalDiscussed = { type: 'ProposalDiscussed', proposal: 'one', text: '令和9年度まで続けるべきです。' };
const discussing = (change: Partial<ProposalDiscussed> = {}) => (plan: Parameters<typeof discussProposal>[1]) =>
  discussProposal({ ...asked, proposal: 'one', text: discussed.text, ...change }, plan);

describe('discuss a proposal', () => {
  it('records a remark, which stays with the proposal', () => {
    given(...inRevision, proposed).when(discussing()).then(discussed);
    expect(given(...inRevision, proposed, discussed).state())
      .toMatchObject({ planRevisions: [{ proposals: new Map([['one', expect.objectContaining({ remarks: [{ text: discussed.text, by: asked.by, at: asked.now }] })]]) }] });
  });

  it('refuses, in this order', () => {
    given(...beforeRevision).when(discussing({ text: ' ' })).thenRejected('no-revision-open');
    given(...inRevision).when(discussing({ text: ' ' })).thenRejected('unknown');
    given(...inRevision, proposed, { type: 'ProposalDeclined', proposal: 'one', reason: '継続' }).when(discussing({ text: ' ' }))
      .thenRejected('proposal-settled', { outcome: 'declined' });
    given(...inRevision, proposed).when(discussing({ text: ' ' })).thenRejected('reason-missing');
  });
});
