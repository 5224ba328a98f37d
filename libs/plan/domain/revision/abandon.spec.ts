import { describe, expect, it } from '@jest/globals';
import { abandonRevision } from './abandon.ts';
import { asked, beforeRevision, first, given, inRevision, made } from './revision-examples.ts';

const abandoning = (reason = '延期のため。') => (plan: Parameters<typeof abandonRevision>[1]) => abandonRevision({ ...asked, reason }, plan);

describe('abandon a revision', () => {
  it('records why, and leaves the plan as it is', () => {
    given(...inRevision).when(abandoning()).then({ type: 'RevisionAbandoned', reason: '延期のため。' });
    const before = given(...beforeRevision).state();
    const abandoned = given(...inRevision, made('one', { kind: 'drop-node', node: first }), { type: 'RevisionAbandoned', reason: '延期のため。' }).state();
    expect(abandoned).toEqual({ ...before, planRevisions: [expect.objectContaining({ outcome: { kind: 'abandoned', reason: '延期のため。', by: asked.by, at: asked.now } })] });
  });

  it('refuses where none is open, and no reason', () => {
    given(...beforeRevision).when(abandoning(' ')).thenRejected('no-revision-open');
    given(...inRevision).when(abandoning(' ')).thenRejected('reason-missing');
  });
});
