import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { officeIdPattern } from '../../../kernel/office-id.ts';
import type { PointsField } from '../../../scheme/domain/field.ts';
import type { FieldContent } from '../sheet.events.ts';
import { form, formFacts, text, value } from '../sheet-examples.ts';
import { contentOf, isAnswered, sameContent, typedBy } from './field-content.ts';
import { isAnswerField, questionAt, type AnswerField } from './question.ts';

const fieldAt = (address: string): AnswerField => questionAt(form, address, formFacts.rows)?.field as AnswerField;
const typedAt = (address: string, typed: unknown) => contentOf(fieldAt(address), typed, form);
const mark = (typed: string, meaning?: 'not-measured' | 'unknown') =>
  ({ kind: 'value', value: { typed, understood: { kind: 'mark', mark: typed, ...(meaning !== undefined && { meaning }) } } }) as const;

describe('what was typed', () => {
  it.each<[string, string, unknown, FieldContent | null]>([
    ['a text to the letter', 'remark', ' ＡＢ ', text(' ＡＢ ')],
    ['a grade', 'rating', 'b', { kind: 'rating', grade: 'b' }],
    ['one of several', 'direction', 'end', { kind: 'choice', option: 'end' }],
    ['any of several, in the order of the form', 'viewpoints', ['cost', 'need'], { kind: 'checks', checked: ['need', 'cost'] }],
    ['none of several', 'viewpoints', [], { kind: 'checks', checked: [] }],
    ['a day', 'begun', '2026-02-28', { kind: 'date', date: '2026-02-28' }],
    ['a figure, as typed and as understood', 'result', '延べ５，６５３社', value('延べ５，６５３社')],
    ['words where a figure may be words', 'result', '建設中１施設', value('建設中１施設')],
    ['a figure where nothing else may be', 'staff', '1.5', value('1.5')],
    ['a mark where a figure must be', 'staff', '－', mark('－')],
    ['a mark and what it means', 'result', { typed: '－', meaning: 'not-measured' }, mark('－', 'not-measured')],
    ['a blank and what it means', 'staff', { typed: '', meaning: 'unknown' }, mark('', 'unknown')],
    ['an emptied field', 'rating', null, null],
  ])('is understood: %s', (_what, address, typed, content) => {
    expect(typedAt(address, typed)).toEqual(content);
  });

  it.each<[string, string, unknown]>([
    ['more than the field holds', 'remark', '六文字の備考'],
    ['a grade that the scale does not have', 'rating', 'c'],
    ['an option that is not there', 'direction', 'expand'],
    ['a check that is not there', 'viewpoints', ['need', 'elsewhere']],
    ['a check twice', 'viewpoints', ['need', 'need']],
    ['a check alone', 'viewpoints', 'need'],
    ['a day that there is not', 'begun', '2026-02-29'],
    ['a day with a time', 'begun', '2026-02-28T00:00:00Z'],
    ['words where a figure must be', 'staff', '若干名'],
    ['a meaning beside a figure', 'result', { typed: '5,653社', meaning: 'not-measured' }],
    ['a meaning beside words', 'result', { typed: '実施', meaning: 'not-measured' }],
    ['a meaning that there is not', 'result', { typed: '－', meaning: 'secret' }],
    ['a meaning and no mark', 'result', { meaning: 'unknown' }],
    ['more than a mark and its meaning', 'result', { typed: '－', meaning: 'unknown', by: 'x' }],
    ['a mark beside no meaning, as an object', 'result', { typed: '－' }],
    ['a number', 'result', 5653],
    ['a list', 'result', ['1']],
    ['a list where a text is typed', 'remark', ['順調']],
    ['nothing at all', 'remark', undefined],
  ])('is refused: %s', (_what, address, typed) => {
    expect(typedAt(address, typed)).toBeUndefined();
  });

  const points: PointsField = { id: 'points', kind: 'points', label: { ja: '評点', en: 'Points' }, required: false, least: '-1', most: '10', step: '0.5' };

  it.each([['7.5', '7.5'], ['７．５', '7.5'], [' 07.50 ', '7.5'], ['-1', '-1'], ['－０．５', '-0.5'], ['0', '0'], ['１０', '10'], ['-0', '0']])(
    'is understood as points, in whatever width: %j', (typed, understood) => {
      expect(contentOf(points, typed, form)).toEqual({ kind: 'points', points: understood });
    });

  it.each(['', '7.25', '-1.5', '10.5', '7点', '七', '7,5', '1e1', `7.5${'0'.repeat(40)}`, 7.5, ['7.5'], { typed: '7.5' }])(
    'is refused as points that the field does not give: %j', (typed) => {
      expect(contentOf(points, typed, form)).toBeUndefined();
    });

  it('goes by steps from the least, and not from zero', () => {
    const odd: PointsField = { ...points, least: '1', most: '9', step: '2' };
    expect(contentOf(odd, '3', form)).toEqual({ kind: 'points', points: '3' });
    expect(contentOf(odd, '4', form)).toBeUndefined();
  });

  it('is counted as a person counts it: an emoji of seven code points is one character', () => {
    expect(typedAt('remark', '👨‍👩‍👧‍👦です。')).toEqual(text('👨‍👩‍👧‍👦です。'));
    expect(typedAt('remark', '👨‍👩‍👧‍👦ですよ。。')).toBeUndefined();
  });
});

describe('what stands in a field', () => {
  const answers: readonly [FieldContent | null | undefined, boolean][] = [
    [undefined, false], [null, false], [text(''), false], [text(' 　\n'), false], [text('\u200b'), false], [text('－'), true],
    [{ kind: 'points', points: '0' }, true], [{ kind: 'checks', checked: [] }, false], [{ kind: 'checks', checked: ['need'] }, true],
    [value(' '), false], [value('－'), true], [value('0'), true], [mark('', 'not-measured'), true],
    [{ kind: 'choice', option: 'end' }, true], [{ kind: 'rating', grade: 'b' }, true], [{ kind: 'date', date: '2026-02-28' }, true],
  ];

  it.each(answers)('%j answers it: %s', (content, answered) => {
    expect(isAnswered(content)).toBe(answered);
  });

  it('is the same when the same was typed', () => {
    expect(sameContent(value('1'), value('1'))).toBe(true);
    expect(sameContent(value('1'), value('１'))).toBe(false);
    expect(sameContent(mark('－'), mark('－', 'unknown'))).toBe(false);
    expect(sameContent(null, text(''))).toBe(false);
    expect(sameContent(null, null)).toBe(true);
  });
});

describe('any input', () => {
  const fields = [...form.fields.filter(isAnswerField), fieldAt('costs/this-year/settled')];
  const typed = fc.oneof(
    fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }),
    fc.constantFrom('a', 'b', 'need', 'end', '2026-02-28', '△1,234', '1,234（5）', '12億円', '－', null),
    fc.subarray(['need', 'fairness', 'cost', 'elsewhere']), fc.jsonValue(),
    fc.record({ typed: fc.constantFrom('', '－', '―　回', '5'), meaning: fc.constantFrom('unknown', 'cancelled', 'secret') }),
  );

  it('is understood or refused, and what was typed comes back from it the same', () => {
    fc.assert(fc.property(fc.constantFrom(...fields), typed, (field, input) => {
      const content = contentOf(field, input, form);
      if (content === undefined) return;
      const again = contentOf(field, typedBy(content), form);
      expect(again).toEqual(content);
      expect(sameContent(content, again ?? null)).toBe(true);
      if (content?.kind === 'text' || content?.kind === 'value') expect(typedBy(content)).toEqual(input);
    }), { numRuns: 3_000 });
  });

  it('at any address asks for something or for nothing, and never fails', () => {
    const part = fc.oneof(fc.constantFrom('projects', 'name', 'fair', 'costs', 'this-year', 'settled', 'constructor', '__proto__', ''), fc.string());
    fc.assert(fc.property(fc.array(part, { maxLength: 5 }), (parts) => {
      const question = questionAt(form, parts.join('/'), formFacts.rows);
      if (question?.of.kind === 'table') expect(parts.join('/').split('/')[1]).toMatch(officeIdPattern);
    }), { numRuns: 2_000 });
  });
});
