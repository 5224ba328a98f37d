import { describe, it } from '@jest/globals';
import { recorded } from '../../../kernel/testing/given.ts';
import type { FieldsSaved } from '../sheet.events.ts';
import { save } from './save.ts';
import { answered, asked, form, given, opened, submitted } from './sheet-examples.ts';

const saving = (basedOn: number, fields: Record<string, unknown>) => (sheet: Parameters<typeof save>[1]) =>
  save({ ...asked, basedOn, fields }, sheet, { form });
const remark = (text: string): FieldsSaved => ({ type: 'FieldsSaved', basedOn: 0, fields: { remark: { kind: 'text', text } } });

describe('save fields', () => {
  it('records each kind as its field understands it, the value both as typed and as understood', () => {
    given(opened).when(saving(0, { rating: 'b', result: '延べ5,653社' })).then(answered);
  });

  it('records only what changed, and nothing when nothing did', () => {
    given(opened, answered).when(saving(1, { rating: 'a', result: '延べ5,653社' }))
      .then({ type: 'FieldsSaved', basedOn: 1, fields: { rating: { kind: 'rating', grade: 'a' } } });
    given(opened, answered).when(saving(1, { rating: 'b' })).thenNothing();
    given(opened).when(saving(0, { remark: null })).thenNothing();
  });

  it('empties a field with null', () => {
    given(opened, answered).when(saving(1, { rating: null })).then({ type: 'FieldsSaved', basedOn: 1, fields: { rating: null } });
  });

  it('lets two people save different fields of what both saw', () => {
    given(opened, answered).when(saving(0, { remark: '順調' })).then(remark('順調'));
  });

  it('takes the same content from two people', () => {
    given(opened, answered).when(saving(0, { rating: 'b' })).thenNothing();
  });

  it('refuses a field that changed since, with both contents, who, and when', () => {
    given(opened, recorded(answered, 'person-2', '2026-05-19T00:00:00.000Z')).when(saving(0, { rating: 'a', remark: '順調' }))
      .thenRejected('fields-changed-since', {
        fields: [{ field: 'rating', yours: 'a', theirs: 'b', by: 'person-2', at: '2026-05-19T00:00:00.000Z' }],
      });
  });

  it('knows that a field was emptied since', () => {
    const emptied: FieldsSaved = { type: 'FieldsSaved', basedOn: 1, fields: { rating: null } };
    given(opened, answered, emptied).when(saving(1, { rating: 'a' })).thenRejected('fields-changed-since');
  });

  it.each([
    ['a field that the form does not have', { elsewhere: 'x' }],
    ['a grade that the scale does not have', { rating: 'c' }],
    ['a number where text is typed', { result: 5653 }],
    ['more than the field holds', { remark: '六文字の備考' }],
  ])('refuses %s', (_, fields) => {
    given(opened).when(saving(0, fields)).thenRejected('fields-wrong', { fields: Object.keys(fields) });
  });

  it('counts what a person counts: an emoji of seven code points is one character', () => {
    given(opened).when(saving(0, { remark: '👨‍👩‍👧‍👦です。' })).then(remark('👨‍👩‍👧‍👦です。'));
  });

  it('tells the phase first, then a revision that is not there yet, then the fields', () => {
    given(opened, answered, submitted).when(saving(9, { elsewhere: 'x' })).thenRejected('wrong-phase', { phase: 'submitted' });
    given(opened).when(saving(9, { elsewhere: 'x' })).thenRejected('based-on-the-future', { revision: 0 });
    given(opened, answered).when(saving(0, { elsewhere: 'x', rating: 'a' })).thenRejected('fields-wrong');
  });
});
