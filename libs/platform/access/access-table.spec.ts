import { describe, expect, it } from '@jest/globals';
import { AccessTable, anywhere, mayAsk, maySee, ownSection } from './access-table.ts';
import type { Asker, Role } from './asker.ts';

const table = new AccessTable([
  ...mayAsk('notes.take', { staff: ownSection, secretariat: anywhere }),
  ...maySee(['NoteTaken', 'BookClosed'], { auditor: anywhere }),
]);

function asker(role: Role, section?: string): Asker {
  return { municipality: 'mihon', actor: 'person', role, ...(section !== undefined && { section }) };
}

describe('the access table', () => {
  it.each<[Role, string | undefined, string | undefined, boolean]>([
    ['staff', 'promotion', 'promotion', true],
    ['staff', 'promotion', 'childcare', false],
    ['staff', 'promotion', undefined, false],
    ['staff', undefined, undefined, false],
    ['secretariat', 'evaluation', 'childcare', true],
    ['secretariat', undefined, undefined, true],
    ['auditor', 'promotion', 'promotion', false],
    ['system', undefined, undefined, false],
  ])('%s of %s asks for what belongs to %s: %s', (role, own, section, expected) => {
    expect(table.may('notes.take', asker(role, own), section === undefined ? {} : { section })).toBe(expected);
  });

  it('takes what was of a section that ended in his for his own', () => {
    const heir = { ...asker('staff', 'promotion'), predecessors: ['tourism'] };
    expect(['promotion', 'tourism', 'childcare'].map((section) => table.may('notes.take', heir, { section }))).toEqual([true, true, false]);
  });

  it('says no to everything that it has no row for', () => {
    for (const what of ['notes.close', 'NOTES.TAKE', 'notes.take staff', '', 'constructor']) {
      expect(table.may(what, asker('secretariat'), {})).toBe(false);
      expect(table.knows(what)).toBe(false);
    }
  });

  it('keeps doing and seeing apart', () => {
    expect(table.sees('NoteTaken', asker('auditor'), {})).toBe(true);
    expect(table.sees('BookClosed', asker('auditor'), {})).toBe(true);
    expect(table.sees('NoteTaken', asker('secretariat'), {})).toBe(false);
    expect(table.may('NoteTaken', asker('auditor'), {})).toBe(false);
    expect(table.sees('notes.take', asker('secretariat'), {})).toBe(false);
  });

  it('is refused when two rows speak of one cell, whatever they say', () => {
    expect(() => new AccessTable([...table.rows, ...mayAsk('notes.take', { staff: anywhere })])).toThrow('two access rows');
  });
});
