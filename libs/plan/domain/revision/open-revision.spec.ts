import { describe, it } from '@jest/globals';
import { drafted } from '../plan-examples.ts';
import { openRevision } from './open-revision.ts';
import { asked, beforeRevision, given, inRevision, opened } from './revision-examples.ts';

const opening = (reason = opened.reason) => (plan: Parameters<typeof openRevision>[1]) => openRevision({ ...asked, reason }, plan);

describe('open a revision', () => {
  it('records which version is revised, and why', () => {
    given(...beforeRevision).when(opening()).then(opened);
  });

  it('opens another once the last is abandoned', () => {
    given(...inRevision, { type: 'RevisionAbandoned', reason: '延期のため。' }).when(opening()).then(opened);
  });

  it('refuses a draft, a second one, and no reason', () => {
    given(drafted).when(opening()).thenRejected('plan-not-adopted');
    given(...inRevision).when(opening(' ')).thenRejected('revision-open', { at: asked.now });
    given(...beforeRevision).when(opening(' ')).thenRejected('reason-missing');
  });
});
