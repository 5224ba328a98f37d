import { describe, it } from '@jest/globals';
import { asked, specify } from '../../kernel/testing/given.ts';
import { cycleDecider, type Cycle } from './cycle.ts';
import { asking, opened, published } from './cycle-examples.ts';
import { recordPublicationRefusal } from './record-publication-refusal.ts';

const { given } = specify(cycleDecider);
const refusal = { publication: asking.publication, code: 'no-sheet-final' };
const record = (state: Cycle) => recordPublicationRefusal({ ...asked, ...refusal }, state);

describe('a publication that could not be made', () => {
  it('is noted on the cycle, once', () => {
    given(opened, asking).when(record).then({ type: 'PublicationRefused', ...refusal });
    given(opened, asking, { type: 'PublicationRefused', ...refusal }).when(record).thenNothing();
  });

  it('is none that was made after all', () => {
    given(opened, asking, published).when(record).thenNothing();
  });
});
