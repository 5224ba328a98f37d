import { afterAll, afterEach, beforeEach, describe } from '@jest/globals';
import { describeAppending } from './appending.contract.ts';
import { describeClosing } from './closing.contract.ts';
import { describeLimits } from './limits.contract.ts';
import type { OpenedStore, TheStore } from './opened-store.ts';
import { describeReading } from './reading.contract.ts';
import { describeRepeats } from './repeats.contract.ts';
import { describeSubscribing } from './subscribing.contract.ts';
import { describeText } from './text.contract.ts';

/**
 * What every engine owes. No adapter skips a case; a case that one engine cannot keep is not a promise of the port.
 * Cases use names of their own and read the log from where they began, so an engine may show them a log in use.
 */
export function describeEventStoreContract(name: string, open: () => Promise<OpenedStore>): void {
  describe(`${name} keeps the contract of the event store`, () => {
    let opened: OpenedStore;
    let cases = 0;
    beforeEach(async () => {
      opened = await open();
      cases += 1;
    });
    afterAll(() => { process.stderr.write(`${name}: ${cases} cases of the contract\n`); });
    afterEach(() => opened.close());
    const theStore: TheStore = () => opened;

    describe('appending', () => describeAppending(theStore));
    describe('the same append again', () => describeRepeats(theStore));
    describe('limits', () => describeLimits(theStore));
    describe('text', () => describeText(theStore));
    describe('reading', () => describeReading(theStore));
    describe('subscribing', () => describeSubscribing(theStore));
    describe('closing', () => describeClosing(theStore));
  });
}
