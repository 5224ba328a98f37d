import { describe, it } from '@jest/globals';
import { asked, specify } from '../../kernel/testing/given.ts';
import { cycleDecider } from './cycle.ts';
import { opened } from './cycle-examples.ts';
import { recordRefusal } from './record-refusal.ts';

const { given } = specify(cycleDecider);
const refusal = { node: 'measure-1', code: 'sheet-exists' };

describe('a sheet that could not be opened', () => {
  it('is noted on the cycle', () => {
    given(opened).when((state) => recordRefusal({ ...asked, ...refusal }, state)).then({ type: 'SheetOpeningRefused', ...refusal });
  });

  it('is noted once', () => {
    given(opened, { type: 'SheetOpeningRefused', ...refusal }).when((state) => recordRefusal({ ...asked, ...refusal }, state)).thenNothing();
  });
});
