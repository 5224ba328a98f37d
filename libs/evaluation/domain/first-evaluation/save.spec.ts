import { describe, it } from '@jest/globals';
import type { Sheet } from '../sheet.ts';
import { answered, asked, atChief, given, opened, plainFacts, saved, text } from '../sheet-examples.ts';
import { save } from './save.ts';

const saving = (basedOn: number, fields: Record<string, unknown>) => (sheet: Sheet) => save({ ...asked, basedOn, fields }, sheet, plainFacts);

describe('save fields', () => {
  it('records what the section fills in, as each field understands it, and the revision that was on screen', () => {
    given(opened).when(saving(0, { rating: 'b', result: '延べ5,653社' })).then(answered);
    given(opened, answered).when(saving(1, { 'projects/fair/name': '商談会' })).then({ ...saved({ 'projects/fair/name': text('商談会') }), basedOn: 1 });
  });

  it('records only what changed, and nothing when nothing did', () => {
    given(opened, answered).when(saving(1, { rating: 'a', result: '延べ5,653社' }))
      .then({ type: 'FieldsSaved', basedOn: 1, fields: { rating: { kind: 'rating', grade: 'a' } } });
    given(opened, answered).when(saving(1, { rating: 'b' })).thenNothing();
    given(opened).when(saving(0, { remark: null })).thenNothing();
  });

  it('leaves the secretariat its fields and its columns', () => {
    given(opened).when(saving(0, { memo: '要確認', 'projects/fair/checked': '済' }))
      .thenRejected('fields-wrong', { fields: ['memo', 'projects/fair/checked'] });
  });

  it('tells the phase first, then a revision that is not there yet, then the fields', () => {
    given(...atChief).when(saving(9, { elsewhere: 'x' })).thenRejected('wrong-phase', { phase: 'submitted' });
    given(opened).when(saving(9, { elsewhere: 'x' })).thenRejected('based-on-the-future');
    given(opened, answered).when(saving(0, { elsewhere: 'x', rating: 'a' })).thenRejected('fields-wrong', { fields: ['elsewhere'] });
    given(opened, answered).when(saving(0, { rating: 'a' })).thenRejected('fields-changed-since');
  });
});
