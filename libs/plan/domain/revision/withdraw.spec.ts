import { describe, it } from '@jest/globals';
import type { ProposalWithdrawn } from './revision.events.ts';
import { asked, beforeRevision, first, given, inRevision, made } from './revision-examples.ts';
import { withdrawProposal } from './withdraw.ts';

const proposed = made('one', { kind: 'drop-node', node: first });
const withdrawn: ProposalWithdrawn = { type: 'ProposalWithdrawn', proposal: 'one', reason: '再検討のため。' };
const withdrawing = (change: { readonly by?: string; readonly role?: string; readonly reason?: string } = {}) =>
  (plan: Parameters<typeof withdrawProposal>[1]) => withdrawProposal({ ...asked, proposal: 'one', reason: withdrawn.reason, role: 'staff', ...change }, plan);

describe('withdraw a proposal', () => {
  it('is for who made it, and for the secretariat', () => {
    given(...inRevision, proposed).when(withdrawing()).then(withdrawn);
    given(...inRevision, proposed).when(withdrawing({ by: 'person-9', role: 'secretariat' })).then(withdrawn);
  });

  it('refuses, in this order', () => {
    const wrong = { by: 'person-9', reason: ' ' };
    given(...beforeRevision).when(withdrawing(wrong)).thenRejected('no-revision-open');
    given(...inRevision).when(withdrawing(wrong)).thenRejected('unknown');
    given(...inRevision, proposed, withdrawn).when(withdrawing(wrong)).thenRejected('proposal-settled', { outcome: 'withdrawn' });
    given(...inRevision, proposed).when(withdrawing(wrong)).thenRejected('not-your-proposal');
    given(...inRevision, proposed).when(withdrawing({ reason: ' ' })).thenRejected('reason-missing');
  });
});
