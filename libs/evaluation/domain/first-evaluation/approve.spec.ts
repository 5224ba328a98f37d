import { describe, it } from '@jest/globals';
import { approve } from './approve.ts';
import { answered, approved, asked, given, opened, submitted } from './sheet-examples.ts';

const approving = (sheet: Parameters<typeof approve>[1]) => approve(asked, sheet);

describe('approve the first evaluation', () => {
  it('records the revision that was approved', () => {
    given(opened, answered, submitted).when(approving).then(approved);
  });

  it('refuses what is not submitted, or approved already', () => {
    given(opened, answered).when(approving).thenRejected('wrong-phase', { phase: 'drafting' });
    given(opened, answered, submitted, approved).when(approving).thenRejected('wrong-phase', { phase: 'approved' });
  });
});
