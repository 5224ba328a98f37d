import { describe, expect, it } from '@jest/globals';
import { parseValue } from './value-parse.ts';
import { printValue } from './value-print.ts';

describe('a value in print', () => {
  it.each([
    ['△ 131,676', '△131,676'],
    ['-149413', '△149,413'],
    ['１，４５３件', '1,453件'],
    ['５６５３社', '5,653社'],
    ['35.0ポイント', '35.0ポイント'],
    ['９７．８％', '97.8%'],
    ['０社', '0社'],
    ['延べ4600社', '延べ4,600社'],
    ['年19社', '年19社'],
    ['100億円以上/年', '100億円以上/年'],
    ['見込 700人/年', '700人/年（見込）'],
    ['45社（累計229社）', '45社（累計229社）'],
    ['2000人(29回)(見込)', '2,000人（見込）（29回見込）'],
    ['22件\n(+1件/年)', '22件（+1件/年）'],
    ['６件(±０件/年)', '6件（±0件/年）'],
    ['４件(-２件/年)', '4件（△2件/年）'],
    ['３社（*2）', '3社（*2）'],
    ['3ｺｰｽ', '3コース'],
    ['－', '－'],
    ['― 回', '―　回'],
    ['', ''],
    ['建設中１施設', '建設中１施設'],
  ])('%j is printed %j', (typed, printed) => {
    expect(printValue(parseValue(typed))).toBe(printed);
  });

  it('does not print what a mark means', () => {
    expect(printValue({ kind: 'mark', mark: '－', meaning: 'cancelled' })).toBe('－');
  });
});
