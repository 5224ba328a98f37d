import { describe, expect, it } from '@jest/globals';
import { reject } from '../../../kernel/decision.ts';
import type { Field } from '../../../scheme/domain/field.ts';
import type { Form } from '../../../scheme/domain/scheme.ts';
import { form as sheetForm, formWith, text } from '../sheet-examples.ts';
import { answersTo } from './answers-to.ts';

const label = { ja: '欄', en: 'Field' };
const fields: readonly Field[] = [
  { id: 'rating', kind: 'rating', scale: 'attainment', label, required: true },
  { id: 'points', kind: 'points', least: '0', most: '10', step: '0.5', label, required: true },
  { id: 'why', kind: 'text', label, required: { kind: 'chosen', field: 'rating', among: ['b'] } },
  { id: 'remark', kind: 'text', label, required: false },
];
const opinion: Form = formWith(...fields);
const typed = { rating: 'a', points: '７．５' };
const understood = { rating: { kind: 'rating', grade: 'a' }, points: { kind: 'points', points: '7.5' } };

describe('a form filled in at once', () => {
  it('is understood field by field, and what is empty is left out', () => {
    expect(answersTo(opinion, typed)).toEqual(understood);
    expect(answersTo(opinion, { ...typed, why: '順調', remark: null })).toEqual({ ...understood, why: text('順調') });
  });

  it.each([
    ['is not on the form', { ...typed, elsewhere: 'x' }, ['elsewhere']],
    ['every object of JavaScript has', { ...typed, constructor: 'x', ...JSON.parse('{"__proto__":"x"}') as object }, ['constructor', '__proto__']],
    ['holds what it cannot', { rating: 'z', points: '11' }, ['rating', 'points']],
  ])('is refused with every field that %s, before what is missing', (_what, wrong, named) => {
    expect(answersTo(opinion, wrong)).toEqual(reject('fields-wrong', { fields: named }));
  });

  it('is refused with every required field that is missing, conditions included', () => {
    expect(answersTo(opinion, { rating: null })).toEqual(reject('fields-unanswered', { fields: ['rating', 'points'] }));
    expect(answersTo(opinion, { ...typed, rating: 'b', why: '　' })).toEqual(reject('fields-unanswered', { fields: ['why'] }));
  });

  it('has no rows of the plan', () => {
    expect(answersTo(sheetForm, { 'indicators/sales/actual': '1' })).toEqual(reject('fields-wrong', { fields: ['indicators/sales/actual'] }));
  });
});
