import { describe, expect, it } from '@jest/globals';
import { declineProposal } from './decline.ts';
import type { ProposalDeclined } from './revision.events.ts';
import { asked, beforeRevision, first, given, inRevision, made } from './revision-examples.ts';

const proposed = made('one', { kind: 'drop-node', node: first });
const declined: ProposalDeclined = { type: 'ProposalDeclined', proposal: 'one', reason: '継続が必要なため。' };
const declining = (reason = declined.reason) => (plan: Parameters<typeof declineProposal>[1]) => declineProposal({ ...asked, proposal: 'one', reason }, plan);

describe('decline a proposal', () => {
  it('records why, for ever', () => {
    given(...inRevision, proposed).when(declining()).then(declined);
    expect(given(...inRevision, proposed, declined).state()).toMatchObject({
      planRevisions: [{ proposals: new Map([['one', expect.objectContaining({ outcome: { kind: 'declined', reason: declined.reason, by: asked.by, at: asked.now } })]]) }],
    });
  });

  it('refuses, in this order', () => {
    given(...beforeRevision).when(declining(' ')).thenRejected('no-revision-open');
    given(...inRevision).when(declining(' ')).thenRejected('unknown');
    given(...inRevision, proposed, declined).when(declining(' ')).thenRejected('proposal-settled', { outcome: 'declined' });
    given(...inRevision, proposed).when(declining(' ')).thenRejected('reason-missing');
  });
});
