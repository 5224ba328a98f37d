import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseValue } from './value-parse.ts';
import { printValue } from './value-print.ts';
import type { Amount, Qualifier } from './value.ts';

const digits = fc.bigInt({ min: 0n, max: 10n ** 24n }).map(String);
const places = fc.integer({ min: 0, max: 99_999 }).map((number) => String(number).padStart(5, '0').replace(/0+$/u, ''));

const amountInDecimals = fc.record({ integer: digits, fraction: fc.oneof(fc.constant(''), places), negative: fc.boolean() })
  .map(({ integer, fraction, negative }) => {
    const size = fraction === '' ? integer : `${integer}.${fraction}`;
    return negative && size !== '0' ? `-${size}` : size;
  });

const allQualifiers: Qualifier[] = ['yearly', 'in-total', 'cumulative', 'about', 'at-least', 'at-most', 'less-than', 'expected', 'forecast'];

const amounts: fc.Arbitrary<Amount> = fc.record({
  amount: amountInDecimals,
  unit: fc.constantFrom(undefined, '件', '社', '億円', '百万円', '%', 'ポイント', '年', 'か所', 'つ', 'm2', 't-CO2', '㎡', '人日'),
  per: fc.constantFrom(undefined, '年', '回', 'kWh'),
  qualifiers: fc.subarray(allQualifiers),
  decimals: fc.constantFrom(undefined, 6, 8),
  signShown: fc.boolean(),
  note: fc.constantFrom(undefined, '*2', '令和5年10月～12月期', '下段は（累計）ではない', 'ＤＸを含む'),
}).map(({ amount, unit, per, qualifiers, decimals, signShown, note }) => ({
  kind: 'amount',
  amount,
  ...(unit !== undefined && { unit }),
  ...(per !== undefined && { per }),
  ...(qualifiers.length > 0 && { qualifiers }),
  ...(decimals !== undefined && { decimals }),
  ...(signShown && !amount.startsWith('-') && { signShown }),
  ...(note !== undefined && { note }),
}));

/** Pieces that meet in real cells, so that random text comes near to real text. */
const pieces = fc.constantFrom(
  '0', '1', '97', '453', '000', '１', '，', ',', '.', '．', '△', '-', '－', '+', '±', '―', 'ー', '件', '社', '％', '/年', '年',
  '延べ', '累計', '以上', '見込', '予測', '（', '）', '(', ')', ' ', '　', '\n', '実施', '*2', 'コース', 'ﾎﾟｲﾝﾄ', 'kWh', 'm2', '\ud800', '𠮷',
);

/** Whole cells as well, since what is interesting happens where they meet brackets. */
const cells = fc.constantFrom('2,000人', '29回', '延べ4,600社', '100億円以上/年', '△ 5', '±0件', '－', '―　回', '見込', '実施', '*2', '');

const anyCell = fc.oneof(
  fc.array(pieces, { maxLength: 14 }).map((parts) => parts.join('')),
  fc.array(cells, { maxLength: 4 }).map(([first = '', ...others]) => first + others.map((other) => `（${other}）`).join('')),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
);

const inFullWidth = (text: string) => text.replace(/[!-~]/gu, (one) => String.fromCodePoint(one.charCodeAt(0) + 0xfee0));
const inHalfWidth = (text: string) => text.replace(/[！-～]/gu, (one) => String.fromCodePoint(one.charCodeAt(0) - 0xfee0));

describe('printing and understanding', () => {
  it('are each other\'s inverse for every amount', () => {
    fc.assert(fc.property(amounts, (amount) => {
      expect(parseValue(printValue(amount))).toEqual(amount);
    }), { numRuns: 2_000 });
  });

  it('agree on whatever was understood from any text', () => {
    fc.assert(fc.property(anyCell, (typed) => {
      const understood = parseValue(typed);
      expect(parseValue(printValue(understood))).toEqual(understood);
    }), { numRuns: 5_000 });
  });
});

describe('any text', () => {
  it('is understood somehow, and words are the typed text', () => {
    fc.assert(fc.property(anyCell, (typed) => {
      const understood = parseValue(typed);
      expect(understood.kind === 'words' ? understood.words : typed).toBe(typed);
    }), { numRuns: 5_000 });
  });

  it('is understood alike in full and half width', () => {
    fc.assert(fc.property(anyCell, (typed) => {
      const wide = parseValue(inFullWidth(typed));
      const narrow = parseValue(inHalfWidth(typed));
      expect(wide.kind).toBe(narrow.kind);
      if (narrow.kind === 'amount' && narrow.note === undefined) expect(wide).toEqual(narrow);
    }), { numRuns: 5_000 });
  });

  it('costs little, however long it is', () => {
    const started = performance.now();
    for (const piece of ['9', '0,', '(', ')', '()', '-', '年', '以上', ' ', '1 ', 'ｶﾞ']) parseValue(piece.repeat(200_000));
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});
