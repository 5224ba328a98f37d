import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { multiply } from '../../../kernel/decimal.ts';
import { typedValue } from '../../../kernel/value-parse.ts';
import type { Value } from '../../../kernel/value.ts';
import { moneyInYen } from './money.ts';

const inYen = (typed: string): Value => moneyInYen(typedValue(typed)).understood;
const yen = (amount: string) => ({ kind: 'amount', amount, unit: '円' });

describe('money', () => {
  it.each([
    ['１，４５３', yen('1453000')],
    ['131,676千円', yen('131676000')],
    ['0', yen('0')],
    ['0.5', yen('500')],
    ['△131,676', yen('-131676000')],
    ['▲131,676', yen('-131676000')],
    ['−131,676', yen('-131676000')],
    ['-131,676', yen('-131676000')],
    ['500円', yen('500')],
    ['2.5万円', yen('25000')],
    ['3百万円', yen('3000000')],
    ['12億円', yen('1200000000')],
    ['123456789012345678901234567890', yen('123456789012345678901234567890000')],
  ])('%s is typed in thousands, or as it says, and stored in yen', (typed, understood) => {
    expect(moneyInYen(typedValue(typed))).toEqual({ typed, understood });
  });

  it('keeps what is said beside the figure, and not the places after the point of thousands', () => {
    expect(inYen('100億円以上/年（*2）')).toEqual({ ...yen('10000000000'), per: '年', qualifiers: ['at-least'], note: '*2' });
    expect(inYen('35.0')).toEqual(yen('35000'));
    expect(inYen('35.0円')).toEqual({ ...yen('35'), decimals: 1 });
  });

  it('is each part of a pair that is money', () => {
    expect(inYen('1,200（1,150）')).toEqual({ kind: 'pair', first: { amount: '1200000', unit: '円' }, second: { amount: '1150000', unit: '円' } });
    expect(inYen('120千円（29回）')).toEqual({ kind: 'pair', first: { amount: '120000', unit: '円' }, second: { amount: '29', unit: '回' } });
    expect(inYen('－（29）')).toEqual({ kind: 'pair', first: { mark: '－' }, second: { amount: '29000', unit: '円' } });
  });

  it('is no figure of something else, no mark, and no words', () => {
    for (const typed of ['29回', '5ドル', '5constructor', '－', '', '精算中']) expect(moneyInYen(typedValue(typed))).toEqual(typedValue(typed));
  });

  it('of any amount of thousands is a thousand times that many yen', () => {
    fc.assert(fc.property(fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }), (thousands) => {
      expect(inYen(String(thousands))).toEqual(yen(multiply(String(thousands), '1000')));
    }));
  });
});
