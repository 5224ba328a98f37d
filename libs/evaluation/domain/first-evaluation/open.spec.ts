import { describe, it } from '@jest/globals';
import { open } from './open.ts';
import { asked, given, openFacts, opened, opening } from '../sheet-examples.ts';

const command = { ...asked, ...opening };

describe('open a sheet', () => {
  it('records what the cycle asked for, and whose the node is', () => {
    given().when((sheet) => open(command, sheet, openFacts)).then(opened);
  });

  it('refuses a node for which no cycle asks, or that is nobody\'s', () => {
    given().when((sheet) => open(command, sheet, { ...openFacts, chosen: undefined })).thenRejected('node-missing', { node: 'node-35' });
    given().when((sheet) => open(command, sheet, { ...openFacts, owner: undefined })).thenRejected('node-missing', { node: 'node-35' });
  });

  it('refuses a sheet that is open', () => {
    given(opened).when((sheet) => open(command, sheet, openFacts)).thenRejected('wrong-phase', { phase: 'drafting' });
  });
});
