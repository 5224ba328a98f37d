import { describe, it } from '@jest/globals';
import type { Sheet } from '../sheet.ts';
import { asked, atChief, attached, given, opened } from '../sheet-examples.ts';
import { removeFile } from './remove-file.ts';

const removing = (file: string) => (sheet: Sheet) => removeFile({ ...asked, file }, sheet);
const removed = { type: 'FileRemoved', file: 'file-1', field: 'evidence' } as const;

describe('remove a file', () => {
  it('records which, and of which field', () => {
    given(opened, attached).when(removing('file-1')).then(removed);
  });

  it('refuses a file that is not there, or not any more', () => {
    given(opened).when(removing('file-1')).thenRejected('file-missing');
    given(opened, attached, removed).when(removing('file-1')).thenRejected('file-missing');
    given(opened).when(removing('constructor')).thenRejected('file-missing');
  });

  it('tells the phase first', () => {
    given(...atChief).when(removing('file-1')).thenRejected('wrong-phase', { phase: 'submitted' });
  });
});
