import { describe, it } from '@jest/globals';
import { approve } from './approve.ts';
import { answered, approved, asked, given, opened, sentBack, submitted } from './sheet-examples.ts';

const approving = (basedOn: number) => (sheet: Parameters<typeof approve>[1]) => approve({ ...asked, basedOn }, sheet);

describe('approve the first evaluation', () => {
  it('records the revision that was approved', () => {
    given(opened, answered, submitted).when(approving(2)).then(approved);
  });

  it('refuses for who saw an earlier submission', () => {
    given(opened, answered, submitted, sentBack, submitted).when(approving(2)).thenRejected('sheet-changed-since', { revision: 4 });
  });

  it('refuses what is not submitted, or approved already', () => {
    given(opened, answered).when(approving(1)).thenRejected('wrong-phase', { phase: 'drafting' });
    given(opened, answered, submitted, approved).when(approving(2)).thenRejected('wrong-phase', { phase: 'approved' });
  });
});
