import { describe, expect, it } from '@jest/globals';
import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { committeeForm } from '../stages/stage-examples.ts';
import { saying } from './second-evaluation-examples.ts';
import { summaries, summaryOf } from './points-summary.ts';

/** By the book, one deviation after the other, with far more digits than are shown. */
function byTheBook(points: readonly number[]) {
  const Long = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });
  const all = points.map((one) => new Long(one).dividedBy(2));
  const mean = all.reduce((sum, one) => sum.plus(one), new Long(0)).dividedBy(all.length);
  const variance = all.reduce((sum, one) => sum.plus(one.minus(mean).pow(2)), new Long(0)).dividedBy(all.length);
  // A deviation that ends on a half is a little less than that by this way, so a hair is added before it is rounded.
  const shown = (value: Decimal) => value.plus('1e-40').toDecimalPlaces(2).toFixed();
  return { mean: shown(mean), spread: shown(variance.sqrt()) };
}

describe('points in sum', () => {
  it.each([
    [['7'], { count: 1, mean: '7', least: '7', most: '7', spread: '0' }],
    [['10', '7.5', '8'], { count: 3, mean: '8.5', least: '7.5', most: '10', spread: '1.08' }],
    [['1', '2', '2'], { count: 3, mean: '1.67', least: '1', most: '2', spread: '0.47' }],
    [['0.1', '0.35'], { count: 2, mean: '0.23', least: '0.1', most: '0.35', spread: '0.13' }],
    [['-3', '-4.25'], { count: 2, mean: '-3.63', least: '-4.25', most: '-3', spread: '0.63' }],
  ])('%j', (given, summary) => expect(summaryOf(given)).toEqual(summary));

  it('has mean and spread as the book says, of however many', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 40 }), (points) => {
      expect(summaryOf(points.map((one) => new Decimal(one).dividedBy(2).toFixed()))).toMatchObject(byTheBook(points));
    }));
  });

  it('does not depend on the order, and moves with the points', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 20 }), (points) => {
      const { spread } = summaryOf(points.map(String));
      expect(summaryOf(points.toReversed().map((one) => String(one + 7)))).toMatchObject({ spread });
    }));
  });

  it('is made by field, and of fields in which somebody gave points', () => {
    const form = committeeForm('opinion');
    expect(summaries([saying('6'), saying('8')], form)).toEqual([{ field: 'points', count: 2, mean: '7', least: '6', most: '8', spread: '1' }]);
    expect(summaries([{ 'opinion-rating': { kind: 'rating', grade: 'a' } }], form)).toEqual([]);
    expect(summaries([saying('6')], undefined)).toEqual([]);
  });
});
