import { describe, it } from '@jest/globals';
import { asked, atChief, attached, form, given, opened } from '../sheet-examples.ts';
import type { Sheet } from '../sheet.ts';
import { attach, type Attach } from './attach.ts';

const { type: _type, file: _file, ...command } = attached;
const attaching = (change: Partial<Attach> = {}) => (sheet: Sheet) => attach({ ...asked, ...command, ...change }, sheet, { form });
const other = { ...attached, file: 'file-2', digest: 'd2' };

describe('attach a file', () => {
  it('records what it is called, what it is, and where its bytes lie', () => {
    given(opened).when(attaching()).then({ ...attached, file: 'id of file' });
  });

  it('takes the same bytes under another name, and other bytes under the same', () => {
    given(opened, attached).when(attaching({ name: '集計（写）.pdf' })).then({ ...attached, file: 'id of file', name: '集計（写）.pdf' });
    given(opened, attached).when(attaching({ digest: 'd2' })).then({ ...attached, file: 'id of file', digest: 'd2' });
  });

  it('stays quiet when the same bytes stand there under the same name, even where no more would fit', () => {
    given(opened, attached, other).when(attaching()).thenNothing();
  });

  it('refuses more than the field takes, until one is removed', () => {
    given(opened, attached, other).when(attaching({ digest: 'd3' })).thenRejected('too-many-files', { field: 'evidence', atMost: 2 });
    given(opened, attached, other, { type: 'FileRemoved', file: 'file-1', field: 'evidence' }).when(attaching({ digest: 'd3' }))
      .then({ ...attached, file: 'id of file', digest: 'd3' });
  });

  it('refuses a field that takes no files, or is not there', () => {
    given(opened).when(attaching({ field: 'remark' })).thenRejected('fields-wrong', { fields: ['remark'] });
    given(opened).when(attaching({ field: 'elsewhere' })).thenRejected('fields-wrong', { fields: ['elsewhere'] });
  });

  it('tells the phase first', () => {
    given(...atChief).when(attaching({ field: 'elsewhere' })).thenRejected('wrong-phase', { phase: 'submitted' });
  });
});
