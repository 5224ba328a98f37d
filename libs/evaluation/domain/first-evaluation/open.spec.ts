import { describe, it } from '@jest/globals';
import { open } from './open.ts';
import { asked, given, opened, opening } from './sheet-examples.ts';

describe('open a sheet', () => {
  it('records what the cycle asked for', () => {
    given().when((sheet) => open({ ...asked, ...opening }, sheet)).then(opened);
  });

  it('refuses a sheet that is open', () => {
    given(opened).when((sheet) => open({ ...asked, ...opening }, sheet)).thenRejected('wrong-phase', { phase: 'drafting' });
  });
});
