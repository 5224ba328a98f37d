import { describe, expect, it } from '@jest/globals';
import { maximumBytesPerAppend } from '../../event-store/append-limits.ts';
import { canonicalJson } from '../../event-store/canonical-json.ts';
import { asked, specify } from '../../kernel/testing/given.ts';
import { cycleDecider, type Cycle } from './cycle.ts';
import { asking, made, opened, published, sheetPart } from './cycle-examples.ts';
import { recordEdition, type RecordEdition } from './record-edition.ts';

const { given } = specify(cycleDecider);
const record = (change: Partial<RecordEdition> = {}) => (state: Cycle) => recordEdition({ ...asked, ...made, ...change }, state);

describe('an edition', () => {
  it('has the step and the day that were asked for, and the next number of the cycle', () => {
    given(opened, asking).when(record()).then(published);
    const council = { ...asking, publication: 'second', step: 'council', on: '2026-09-10' } as const;
    given(opened, asking, published, council).when(record({ publication: 'second' }))
      .then({ ...published, edition: 2, publication: 'second', step: 'council', on: '2026-09-10' });
  });

  it('says which public edition it corrects', () => {
    given(opened, asking, published, { ...asking, publication: 'second' }).when(record({ publication: 'second', corrects: 1 }))
      .then({ ...published, edition: 2, publication: 'second', corrects: 1 });
  });

  it('is recorded once, and of what is asked for alone', () => {
    given(opened, asking, published).when(record()).thenNothing();
    given(opened, asking).when(record({ publication: 'another' })).thenNothing();
  });

  it('is refused where no sheet is final', () => {
    given(opened, asking).when(record({ parts: [] })).thenRejected('no-sheet-final');
    given(opened, asking).when(record({ parts: [{ ...sheetPart('r'), kind: 'recommendation' }] })).thenRejected('no-sheet-final');
  });

  it('of every sheet that a cycle may have fits into one append', () => {
    const parts = Array.from({ length: 2_000 }, () => sheetPart(`2026-${'0'.repeat(36)}`, 9_999));
    expect(Buffer.byteLength(canonicalJson({ ...published, parts }))).toBeLessThan(maximumBytesPerAppend);
  });
});
