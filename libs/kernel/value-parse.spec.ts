import { describe, expect, it } from '@jest/globals';
import { parseValue, typedValue } from './value-parse.ts';
import type { Value } from './value.ts';

const words = (typed: string): Value => ({ kind: 'words', words: typed });

describe('figures found in the papers of the four offices', () => {
  it.each<[typed: string, understood: Value]>([
    ['50件', { kind: 'amount', amount: '50', unit: '件' }],
    ['5,653社', { kind: 'amount', amount: '5653', unit: '社' }],
    ['１８社', { kind: 'amount', amount: '18', unit: '社' }],
    ['０社', { kind: 'amount', amount: '0', unit: '社' }],
    ['１，４５３件', { kind: 'amount', amount: '1453', unit: '件' }],
    ['１,３９２件', { kind: 'amount', amount: '1392', unit: '件' }],
    ['1,418,000人', { kind: 'amount', amount: '1418000', unit: '人' }],
    ['118 社', { kind: 'amount', amount: '118', unit: '社' }],
    ['2,061,371', { kind: 'amount', amount: '2061371' }],
    ['△ 131,676', { kind: 'amount', amount: '-131676' }],
    ['▲68.3ポイント', { kind: 'amount', amount: '-68.3', unit: 'ポイント' }],
    ['35.0ポイント', { kind: 'amount', amount: '35', unit: 'ポイント', decimals: 1 }],
    ['97.8%', { kind: 'amount', amount: '97.8', unit: '%' }],
    ['21.4％', { kind: 'amount', amount: '21.4', unit: '%' }],
    ['1.92', { kind: 'amount', amount: '1.92' }],
    ['671,698百万円', { kind: 'amount', amount: '671698', unit: '百万円' }],
    ['延べ4,600社', { kind: 'amount', amount: '4600', unit: '社', qualifiers: ['in-total'] }],
    ['年19社', { kind: 'amount', amount: '19', unit: '社', qualifiers: ['yearly'] }],
    ['累計 79企業', { kind: 'amount', amount: '79', unit: '企業', qualifiers: ['cumulative'] }],
    ['約 12％', { kind: 'amount', amount: '12', unit: '%', qualifiers: ['about'] }],
    ['60年以上', { kind: 'amount', amount: '60', unit: '年', qualifiers: ['at-least'] }],
    ['100万円未満', { kind: 'amount', amount: '100', unit: '万円', qualifiers: ['less-than'] }],
    ['170件/年', { kind: 'amount', amount: '170', unit: '件', per: '年' }],
    ['460/年', { kind: 'amount', amount: '460', per: '年' }],
    [' 92.6億円/年', { kind: 'amount', amount: '92.6', unit: '億円', per: '年' }],
    ['100億円以上/年', { kind: 'amount', amount: '100', unit: '億円', per: '年', qualifiers: ['at-least'] }],
    ['３コース/年', { kind: 'amount', amount: '3', unit: 'コース', per: '年' }],
    ['(131件)', { kind: 'amount', amount: '131', unit: '件' }],
    ['(年15社)', { kind: 'amount', amount: '15', unit: '社', qualifiers: ['yearly'] }],
    ['３社（*2）', { kind: 'amount', amount: '3', unit: '社', note: '*2' }],
    ['31.6% (令和5年10月～12月期)', { kind: 'amount', amount: '31.6', unit: '%', note: '令和5年10月～12月期' }],
  ])('%j is one figure', (typed, understood) => {
    expect(parseValue(typed)).toEqual(understood);
  });

  it.each<[typed: string, understood: Value]>([
    ['45社（累計229社）', { kind: 'pair', first: { amount: '45', unit: '社' }, second: { amount: '229', unit: '社', qualifiers: ['cumulative'] } }],
    ['(13社)\n(累計184社)', { kind: 'pair', first: { amount: '13', unit: '社' }, second: { amount: '184', unit: '社', qualifiers: ['cumulative'] } }],
    ['５，９５７人\n（３０回）', { kind: 'pair', first: { amount: '5957', unit: '人' }, second: { amount: '30', unit: '回' } }],
    ['１４９件\n（３６２\n\n件）', { kind: 'pair', first: { amount: '149', unit: '件' }, second: { amount: '362', unit: '件' } }],
    ['671,698百万円 （17.1％）', { kind: 'pair', first: { amount: '671698', unit: '百万円' }, second: { amount: '17.1', unit: '%' } }],
    ['21件\n(+1件/年)', { kind: 'pair', first: { amount: '21', unit: '件' }, second: { amount: '1', unit: '件', per: '年', signShown: true } }],
    ['６件\n(±０件/年)', { kind: 'pair', first: { amount: '6', unit: '件' }, second: { amount: '0', unit: '件', per: '年', signShown: true } }],
    ['４件\n(-２件/年)', { kind: 'pair', first: { amount: '4', unit: '件' }, second: { amount: '-2', unit: '件', per: '年' } }],
  ])('%j is two figures', (typed, understood) => {
    expect(parseValue(typed)).toEqual(understood);
  });

  it.each<[typed: string, understood: Value]>([
    ['－', { kind: 'mark', mark: '－' }],
    ['―', { kind: 'mark', mark: '―' }],
    ['-', { kind: 'mark', mark: '-' }],
    ['', { kind: 'mark', mark: '' }],
    [' 　\n', { kind: 'mark', mark: '' }],
    ['―　回', { kind: 'mark', mark: '―', unit: '回' }],
    ['―　件 ', { kind: 'mark', mark: '―', unit: '件' }],
    ['ー　件', { kind: 'mark', mark: 'ー', unit: '件' }],
  ])('%j is a mark, without a meaning until a person gives it one', (typed, understood) => {
    expect(parseValue(typed)).toEqual(understood);
  });

  it.each([
    '実施', '中止', '建設中\n１施設', '６０社\n↓\n１３０社\nに変更', '12万8,702人', '1～3億円以下', '2/3', '14：00～15：30',
    '第 5次', '令和2(2020)年度', '2016年度', '2020年', '6 月', 'A:達成',
  ])('%j is words', (typed) => {
    expect(parseValue(typed)).toEqual(words(typed));
  });
});

describe('what people type', () => {
  it.each([
    ['−5件', '-5'], ['－５件', '-5'], ['-5件', '-5'], ['△5件', '-5'], ['▲５件', '-5'], ['- 5件', '-5'],
    ['△0件', '0'], ['-0件', '0'], ['007件', '7'], ['1,000件', '1000'],
    ['123456789012345678901234567890件', '123456789012345678901234567890'],
  ])('%j counts as %s', (typed, amount) => {
    expect(parseValue(typed)).toEqual({ kind: 'amount', amount, unit: '件' });
  });

  it.each<[why: string, typed: string[]]>([
    ['separators that are not well placed', ['14,53件', '1,4534件', '0,123件', '1,,453件', '1, 453件', '1 453件']],
    ['half a number', ['5.', '.5', '1.2.3', '+', '△']],
    ['a tolerance', ['±5%']],
    ['prose after a number', ['3施設を整備した', '5回実施', '12件増', '100%達成']],
    ['prose after a mark', ['―休止', 'ーション']],
    ['unbalanced brackets', ['5件（3回', '5件）', '）5件（']],
    ['empty brackets', ['5件（）', '（）']],
    ['more than a figure and its notes', ['5件（a）（b）', '1件(2件)(3件)(4件)(5件)(6件)']],
    ['a figure longer than any', ['9'.repeat(31), `0.${'1'.repeat(16)}`]],
  ])('%s stays words, to the letter', (_why, texts) => {
    for (const typed of texts) expect(parseValue(typed)).toEqual(words(typed));
  });

  it('reads a unit in any width', () => {
    expect(parseValue('５ｋＷｈ')).toEqual({ kind: 'amount', amount: '5', unit: 'kWh' });
    expect(parseValue('3ｺｰｽ')).toEqual({ kind: 'amount', amount: '3', unit: 'コース' });
  });

  it.each(['見込700人', '700人見込', '700人見込み', '700人（見込）', '７００人（見込み）', '700人 ( 見込 )'])('%j is expected', (typed) => {
    expect(parseValue(typed)).toEqual({ kind: 'amount', amount: '700', unit: '人', qualifiers: ['expected'] });
  });

  it('lets a qualifier behind both figures hold for both', () => {
    expect(parseValue('2,000人（29回）（予測）')).toEqual({
      kind: 'pair',
      first: { amount: '2000', unit: '人', qualifiers: ['forecast'] },
      second: { amount: '29', unit: '回', qualifiers: ['forecast'] },
    });
  });

  it('keeps a note to the letter, whatever its width', () => {
    expect(parseValue('３社（※ＤＸを含む (一部) ）')).toEqual({ kind: 'amount', amount: '3', unit: '社', note: '※ＤＸを含む (一部)' });
    expect(parseValue('－（休止のため）')).toEqual({ kind: 'mark', mark: '－', note: '休止のため' });
  });

  it('keeps what was typed beside what was understood', () => {
    expect(typedValue('１，４５３件')).toEqual({ typed: '１，４５３件', understood: { kind: 'amount', amount: '1453', unit: '件' } });
  });
});
