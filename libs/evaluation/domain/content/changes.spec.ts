import { describe, expect, it } from '@jest/globals';
import { recorded } from '../../../kernel/testing/given.ts';
import type { OpenedSheet } from '../sheet.ts';
import type { SheetEvent } from '../sheet.events.ts';
import { answered, formFacts, given, opened, plainFacts, saved, text, value } from '../sheet-examples.ts';
import { changesOf, withChanges, type FormFacts } from './changes.ts';

const theirs = (event: SheetEvent) => recorded(event, 'person-2', '2026-05-19T00:00:00.000Z');
const sheetOf = (...events: readonly (SheetEvent | ReturnType<typeof theirs>)[]) => given(opened, ...events).state() as OpenedSheet;
const change = (sheet: OpenedSheet, basedOn: number, fields: Record<string, unknown>, facts: FormFacts = plainFacts) =>
  changesOf({ basedOn, fields }, sheet, facts, ({ filledBy }) => filledBy === 'section');
const cell = 'projects/fair/name';

describe('what changes', () => {
  it('is what stands otherwise, by address', () => {
    expect(change(sheetOf(answered), 1, { rating: 'b', result: '5,700社', remark: null, [cell]: '商談会' }))
      .toEqual({ result: value('5,700社'), [cell]: text('商談会') });
    expect(change(sheetOf(answered), 1, { rating: null })).toEqual({ rating: null });
  });

  it('may differ between two people who saw the same, field by field and cell by cell', () => {
    expect(change(sheetOf(theirs(answered)), 0, { remark: '順調' })).toEqual({ remark: text('順調') });
    expect(change(sheetOf(theirs(saved({ [cell]: text('商談会') }))), 0, { 'projects/fair/spent': '12', 'projects/tour/name': '視察' }))
      .toMatchObject({ 'projects/fair/spent': {}, 'projects/tour/name': {} });
  });

  it('is nothing where two people typed the same', () => {
    expect(change(sheetOf(theirs(answered)), 0, { rating: 'b' })).toEqual({});
  });

  it('refuses what somebody else changed since, with both contents, who, and when: fields and cells', () => {
    const sheet = sheetOf(theirs(answered), theirs(saved({ [cell]: text('商談会') })));
    expect(change(sheet, 0, { rating: 'a', [cell]: '見本市', remark: '順調' })).toMatchObject({
      code: 'fields-changed-since',
      details: {
        fields: [
          { field: 'rating', yours: 'a', theirs: 'b', by: 'person-2', at: '2026-05-19T00:00:00.000Z' },
          { field: cell, yours: '見本市', theirs: '商談会', by: 'person-2', at: '2026-05-19T00:00:00.000Z' },
        ],
      },
    });
  });

  it('knows that a field was emptied since', () => {
    expect(change(sheetOf(answered, theirs(saved({ rating: null }))), 1, { rating: 'a' }))
      .toMatchObject({ code: 'fields-changed-since', details: { fields: [{ field: 'rating', theirs: null }] } });
  });

  it('tells a mark with its meaning as it was given', () => {
    const marked = saved({ result: { kind: 'value', value: { typed: '－', understood: { kind: 'mark', mark: '－', meaning: 'cancelled' } } } });
    expect(change(sheetOf(theirs(marked)), 0, { result: '5' }))
      .toMatchObject({ details: { fields: [{ theirs: { typed: '－', meaning: 'cancelled' } }] } });
    expect(change(sheetOf(marked), 1, { result: '－' })).toEqual({ result: value('－') });
  });

  it('refuses every field that is not there, not for this verb, or cannot hold what was typed; before what changed since', () => {
    expect(change(sheetOf(theirs(answered)), 0, { elsewhere: 'x', rating: 'a', memo: '要確認', remark: '六文字の備考', evidence: 'x' }))
      .toEqual({ kind: 'rejected', code: 'fields-wrong', details: { fields: ['elsewhere', 'memo', 'remark', 'evidence'] } });
    expect(change(sheetOf(), 0, JSON.parse('{ "__proto__": "x", "constructor": "x" }')))
      .toMatchObject({ code: 'fields-wrong', details: { fields: ['__proto__', 'constructor'] } });
  });

  it('refuses a revision that is not there yet, before all else', () => {
    expect(change(sheetOf(), 1, { elsewhere: 'x' })).toEqual({ kind: 'rejected', code: 'based-on-the-future', details: {} });
  });

  it('refuses more rows than a table takes, and names the table; an emptied row makes room', () => {
    const two = saved({ [cell]: text('商談会'), 'projects/tour/name': text('視察') });
    expect(change(sheetOf(two), 1, { 'projects/third/name': '三つ目' })).toMatchObject({ code: 'fields-wrong', details: { fields: ['projects'] } });
    expect(change(sheetOf(two), 1, { 'projects/third/name': '三つ目', [cell]: null }))
      .toEqual({ 'projects/third/name': text('三つ目'), [cell]: null });
  });

  it('takes rows that the plan gives, and no others', () => {
    expect(change(sheetOf(), 0, { 'indicators/sales/actual': '180社' }, formFacts))
      .toEqual({ 'indicators/sales/actual': value('180社') });
    expect(change(sheetOf(), 0, { 'indicators/sales/actual': '180社' })).toMatchObject({ code: 'fields-wrong' });
  });
});

it('a sheet with changes has them over what stood there, and keeps the rest', () => {
  expect(withChanges(sheetOf(answered), { rating: null, remark: text('順調') }).fields)
    .toMatchObject({ rating: { content: null }, remark: { content: text('順調') }, result: { content: value('延べ5,653社') } });
});
