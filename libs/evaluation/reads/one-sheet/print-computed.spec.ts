import { describe, expect, it } from '@jest/globals';
import type { ComputedField } from '../../../scheme/domain/field.ts';
import type { Computed } from '../../../scheme/domain/formula/formula-context.ts';
import { computedShown } from './print-computed.ts';

const field: ComputedField = { id: 'rate', kind: 'computed', formula: 'settled / planned', label: { ja: '執行率', en: 'Rate' }, required: false };

describe('a computed figure in print', () => {
  it.each<[Computed, Partial<ComputedField>, string]>([
    [{ figure: '0.978' }, { percent: true }, '97.8%'],
    [{ figure: '1' }, { percent: true }, '100.0%'],
    [{ figure: '-9' }, { percent: true, decimals: 0 }, '△900%'],
    [{ figure: '12345500', unit: '円' }, { money: true }, '12,346千円'],
    [{ figure: '1500', unit: '円' }, { money: true, decimals: 1 }, '1.5千円'],
    [{ figure: '33.3333', unit: '社' }, {}, '33.3社'],
    [{ figure: '33', unit: '社' }, {}, '33社'],
    [{ figure: '33' }, { decimals: 2 }, '33.00'],
  ])('%j as %j is %s', (computed, more, print) => {
    expect(computedShown(computed, { ...field, ...more })).toEqual({ ...computed, print });
  });

  it('is none where there is no figure', () => {
    expect(computedShown({ none: 'division-by-zero' }, field)).toEqual({ none: 'division-by-zero' });
  });
});
