import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { achievement, achievementsAgainst, printPercent, type AchievementRule } from './achievement.ts';
import { add, multiply, subtract } from './decimal.ts';
import { parseValue } from './value-parse.ts';

const annual: AchievementRule = { kind: 'annual', direction: 'higher' };
const state: AchievementRule = { kind: 'state', direction: 'higher' };
const lower: AchievementRule = { kind: 'state', direction: 'lower' };
const cumulative: AchievementRule = { kind: 'cumulative', direction: 'higher' };

/** As typed on a sheet: target, actual, baseline. */
function of(rule: AchievementRule, target: string, actual: string, baseline?: string) {
  const from = baseline === undefined ? {} : { baseline: parseValue(baseline) };
  return achievement({ ...rule, target: parseValue(target), actual: parseValue(actual), ...from });
}

function printed(...asked: Parameters<typeof of>): string | undefined {
  const found = of(...asked);
  return 'figure' in found ? printPercent(found.figure) : undefined;
}

describe('achievements of the four offices\' papers', () => {
  it.each<[why: string, rule: AchievementRule, target: string, actual: string, baseline: string | undefined, shown: string]>([
    ['fairs of a year', annual, '１０回', '１４回', '―　回', '140.0%'],
    ['firms at fairs', annual, '２５社', '３０社', '―　社', '120.0%'],
    ['advice given', annual, '１,６００件', '１，５５４件', '１,３９２件', '97.1%'],
    ['none of what was aimed at', annual, '２０社', '０社', undefined, '0.0%'],
    ['firms supported, in total', annual, '延べ4,600社', '5,653社', undefined, '122.9%'],
    ['and a year later', annual, '延べ4,600社', '5,550社', undefined, '120.7%'],
    ['a fair that was held', annual, '年9社', '(9社)', undefined, '100.0%'],
    ['members of the shops\' union', state, '2,900店舗', '2,790店舗', undefined, '96.2%'],
    ['points of a survey', state, '35.0ポイント', '26.7ポイント', undefined, '76.3%'],
    ['a want that should shrink', lower, '25.0% (令和8年10月～12月期)', '31.6% (令和5年10月～12月期)', undefined, '79.1%'],
    ['the same, from where it began', cumulative, '25.0%', '28.3%', '31.6%', '50.0%'],
    ['from no baseline', cumulative, '１０回', '１４回', '―　回', '140.0%'],
    ['from no baseline given at all', cumulative, '10回', '14回', undefined, '140.0%'],
    ['from 2016 on', cumulative, '８００件', '１，４５３件', '６７２件', '610.2%'],
    ['away from the target', cumulative, '２０社', '０社', '１８社', '△900.0%'],
  ])('%s', (_why, rule, target, actual, baseline, shown) => {
    expect(printed(rule, target, actual, baseline)).toBe(shown);
  });

  it('are exact inside, and rounded only in print', () => {
    expect(of(annual, '3社', '1社')).toEqual({ figure: `0.${'3'.repeat(100)}` });
    expect(of(annual, '4社', '1社')).toEqual({ figure: '0.25' });
    expect(printPercent('0.0005')).toBe('0.1%');
    expect(printPercent('-0.0005')).toBe('△0.1%');
    expect(printPercent('12.345')).toBe('1,234.5%');
  });

  it('compare the parts of a pair one by one', () => {
    expect(of(annual, '60社（累計229社）', '45社（累計184社）')).toEqual({ first: { figure: '0.75' }, second: of(annual, '229', '184') });
    expect(of(cumulative, '30人（5回）', '20人（5回）', '10人（5回）'))
      .toEqual({ first: { figure: '0.5' }, second: { none: 'target-is-baseline' } });
    expect(of(cumulative, '30人（5回）', '15人（1回）', '―')).toEqual({ first: { figure: '0.5' }, second: { figure: '0.2' } });
    expect(of(annual, '30人（5回）', '―　人')).toEqual({ first: { none: 'no-actual' }, second: { none: 'no-actual' } });
    expect(of({ ...annual, absentCountsAsZero: true }, '30人（5回）', '15人（―　回）'))
      .toEqual({ first: { figure: '0.5' }, second: { figure: '0', countedAsZero: true } });
  });
});

describe('there is no figure, and a reason', () => {
  it.each<[reason: string, rule: AchievementRule, target: string, actual: string, baseline?: string]>([
    ['target-is-words', annual, '実施', '5回'],
    ['actual-is-words', annual, '5回', '建設中１施設'],
    ['baseline-is-words', cumulative, '5回', '4回', '未定'],
    ['pair', annual, '45社', '45社（累計229社）'],
    ['pair', cumulative, '45社（累計229社）', '45社（累計229社）', '10社'],
    ['no-target', annual, '―', '5件'],
    ['no-actual', annual, '25件', '―'],
    ['no-actual', annual, '25件', ''],
    ['units-differ', annual, '年100件', '130回'],
    ['units-differ', annual, '100件/年', '130件/回'],
    ['units-differ', cumulative, '20社', '10社', '5人'],
    ['target-is-zero', annual, '0件', '5件'],
    ['target-is-zero', state, '0件', '0件'],
    ['actual-is-zero', lower, '5%', '0%'],
    ['target-is-baseline', cumulative, '20社', '25社', '20社'],
    ['target-is-baseline', cumulative, '0社', '25社', '―'],
  ])('%s', (none, ...asked) => expect(of(...asked)).toEqual({ none }));

  it.each<[first: string, rule: AchievementRule, target: string, actual: string, baseline: string]>([
    ['target-is-words', cumulative, '実施', '実施', '実施'],
    ['actual-is-words', cumulative, '45社（累計229社）', '実施', '実施'],
    ['baseline-is-words', cumulative, '45社（累計229社）', '5社', '実施'],
    ['pair', cumulative, '5社', '45社（累計229社）', '―'],
    ['no-target', annual, '―　社', '―　人', ''],
    ['no-actual', annual, '0社', '―　人', ''],
    ['units-differ', annual, '0社', '5人', ''],
  ])('%s comes before what follows it', (none, ...asked) => expect(of(...asked)).toEqual({ none }));
});

describe('what does not stand in the way', () => {
  it.each<[why: string, target: string, actual: string]>([
    ['a unit that only one of them has', '100', '50件'],
    ['a divisor that only one of them has', '100件/年', '50件'],
    ['qualifiers and notes', '約100件以上', '50件（見込）'],
    ['a baseline that is not asked for', '100', '50'],
  ])('%s', (_why, target, actual) => expect(of(annual, target, actual, '未定')).toEqual({ figure: '0.5' }));

  it('a target of zero where lower is better', () => expect(of(lower, '0件', '5件')).toEqual({ figure: '0' }));
});

describe('an absent actual that counts as zero', () => {
  it('says so', () => {
    expect(of({ ...annual, absentCountsAsZero: true }, '25件', '―')).toEqual({ figure: '0', countedAsZero: true });
    expect(of({ ...cumulative, absentCountsAsZero: true }, '20件', '―', '10件')).toEqual({ figure: '-1', countedAsZero: true });
    expect(of({ ...lower, absentCountsAsZero: true }, '25件', '―')).toEqual({ none: 'actual-is-zero', countedAsZero: true });
  });

  it('leaves a zero that was typed, and an absent target, as they are', () => {
    expect(of({ ...annual, absentCountsAsZero: true }, '25件', '0件')).toEqual({ figure: '0' });
    expect(of({ ...annual, absentCountsAsZero: true }, '―', '―')).toEqual({ none: 'no-target' });
  });
});

it('every target that ever held has its achievement', () => {
  const targets = [{ since: '2021-04-01', target: parseValue('２０社') }, { since: '2024-04-01', target: parseValue('３社') }];
  const against = achievementsAgainst(targets, { ...cumulative, actual: parseValue('０社'), baseline: parseValue('１８社') });
  expect(against).toEqual([
    { ...targets[0], achievement: { figure: '-9' } },
    { ...targets[1], achievement: { figure: '1.2' } },
  ]);
});

describe('any figures', () => {
  const amounts = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }).map(String);
  const amount = (figure: string) => ({ kind: 'amount' as const, amount: figure });
  const values = fc.constantFrom('5', '0', '△3社', '10社', '12人', '―　社', '', '5社（3回）', '―（3回）', '実施', '100件/年', '97.8%').map(parseValue);

  it('mirrored at zero achieve the same from their baseline', () => {
    fc.assert(fc.property(amounts, amounts, amounts, (target, actual, baseline) => {
      const asked = (change: (figure: string) => string) => achievement({
        ...cumulative, target: amount(change(target)), actual: amount(change(actual)), baseline: amount(change(baseline)),
      });
      expect(asked((figure) => multiply(figure, '-1'))).toEqual(asked((figure) => figure));
    }));
  });

  it('on the target achieve all of it, and on the baseline nothing', () => {
    fc.assert(fc.property(amounts, amounts.filter((step) => step !== '0'), (baseline, step) => {
      const target = amount(add(baseline, step));
      expect(achievement({ ...cumulative, target, actual: target, baseline: amount(baseline) })).toEqual({ figure: '1' });
      expect(achievement({ ...cumulative, target, actual: amount(baseline), baseline: amount(baseline) })).toEqual({ figure: '0' });
      expect(achievement({ ...cumulative, target, actual: amount(subtract(baseline, step)), baseline: amount(baseline) })).toEqual({ figure: '-1' });
    }));
  });

  it('or marks, pairs and words have an achievement, or a reason why not', () => {
    const rules = fc.record({
      kind: fc.constantFrom('annual' as const, 'state' as const, 'cumulative' as const),
      direction: fc.constantFrom('higher' as const, 'lower' as const),
      absentCountsAsZero: fc.boolean(),
    });
    fc.assert(fc.property(rules, values, values, values, (rule, target, actual, baseline) => {
      const found = achievement({ ...rule, target, actual, baseline });
      for (const one of 'first' in found ? [found.first, found.second] : [found]) {
        expect('figure' in one ? printPercent(one.figure) : one.none).toMatch(/^△?[\d,]+\.\d%$|^[a-z-]+$/u);
      }
    }), { numRuns: 2_000 });
  });
});
