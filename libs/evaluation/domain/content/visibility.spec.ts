import { describe, expect, it } from '@jest/globals';
import type { Field } from '../../../scheme/domain/field.ts';
import type { SheetPhase } from '../sheet-life.ts';
import type { SheetEvent } from '../sheet.events.ts';
import { attached, form, formWith, saved, sentBack, text, value, voided } from '../sheet-examples.ts';
import { seenContents, seenEvent, seenForm, seesAddress, seesField } from './visibility.ts';

const label = { ja: '欄', en: 'Field' };
const memo: SheetEvent = { type: 'SecretariatFieldsSaved', basedOn: 0, fields: { memo: text('要確認') } };
const officeSees = (address: string, phase: SheetPhase = 'drafting', ofForm = form) => seesAddress('office', ofForm, address, phase);
const phases: readonly SheetPhase[] = ['absent', 'drafting', 'submitted', 'approved', 'accepted', 'voided'];

describe('a field', () => {
  it('is seen by who keeps and audits the records, whatever it is and wherever the sheet stands', () => {
    for (const phase of phases) for (const field of form.fields) expect(seesField('records', field, phase)).toBe(true);
  });

  it('of the secretariat is seen by the office from when the form says, and never when it says never', () => {
    const seenIn = (address: string) => phases.filter((phase) => officeSees(address, phase));
    expect(seenIn('memo')).toEqual([]);
    expect(seenIn('verdict')).toEqual(['accepted']);
    const at = (office: 'always' | 'submitted' | 'handed-over'): Field =>
      ({ id: office, kind: 'text', label, required: false, filledBy: 'secretariat', seenBy: { office } });
    const others = formWith(at('always'), at('submitted'), at('handed-over'));
    expect(phases.filter((phase) => officeSees('always', phase, others))).toEqual(['drafting', 'submitted', 'approved', 'accepted', 'voided']);
    expect(phases.filter((phase) => officeSees('submitted', phase, others))).toEqual(['submitted', 'approved', 'accepted']);
    expect(phases.filter((phase) => officeSees('handed-over', phase, others))).toEqual([]);
  });

  it('that the section fills in is always seen by it: the form speaks of others', () => {
    const own: Field = { id: 'own', kind: 'text', label, required: false, seenBy: { office: 'submitted' } };
    expect(officeSees('own', 'drafting', formWith(own))).toBe(true);
  });

  it('that nobody fills in is seen from when the form says', () => {
    const score: Field = { id: 'score', kind: 'computed', formula: 'result * 2', label, required: false, seenBy: { office: 'never' } };
    expect(officeSees('score', 'accepted', formWith(score))).toBe(false);
  });

  it('is not seen where the form has none', () => {
    expect(officeSees('elsewhere')).toBe(false);
  });
});

describe('a field, for members of a committee,', () => {
  const membersSee = (field: Partial<Field>) => {
    const shown = { id: 'shown', kind: 'text', label, required: false, ...field } as Field;
    return (['submitted', 'handed-over', 'concluded'] as const).filter((phase) => seesField('members', shown, phase));
  };

  it('is seen from the hand-over on, or from when the form says; what is kept from the office is kept from them too', () => {
    expect(membersSee({})).toEqual(['handed-over', 'concluded']);
    expect(membersSee({ filledBy: 'secretariat', seenBy: { office: 'always' } })).toEqual(['handed-over', 'concluded']);
    expect(membersSee({ seenBy: { members: 'concluded' } })).toEqual(['concluded']);
    expect(membersSee({ seenBy: { members: 'never' } })).toEqual([]);
    expect(membersSee({ filledBy: 'secretariat', seenBy: { office: 'never' } })).toEqual([]);
    expect(membersSee({ seenBy: { office: 'never', members: 'handed-over' } })).toEqual(['handed-over', 'concluded']);
  });

  it('that a stage asks is theirs, whatever of it the office is told', () => {
    const note: Field = { id: 'note', kind: 'text', label, required: false, seenBy: { office: 'never' } };
    const seenBy = (viewer: 'members' | 'office') => seenContents({ note: text('覚え') }, [note], viewer, 'concluded');
    expect([seenBy('members'), seenBy('office')]).toEqual([{ note: text('覚え') }, {}]);
  });
});

describe('the form as the office sees it', () => {
  const seen = seenForm(form, 'office', 'drafting');
  const everyField = seen.sheetType.sections.flatMap(({ fields }) => fields);

  it('has the fields and columns that it sees, in their sections and in the list of all', () => {
    expect(seen.fields).toEqual(everyField);
    expect(everyField.map(({ id }) => id)).not.toContain('memo');
    expect(everyField.flatMap((field) => (field.id === 'projects' && field.kind === 'table' ? field.columns.map(({ id }) => id) : [])))
      .toEqual(form.fields.flatMap((field) => (field.id === 'projects' && field.kind === 'table'
        ? field.columns.map(({ id }) => id).filter((id) => id !== 'checked') : [])));
  });

  it('is whole for who keeps the records', () => {
    expect(seenForm(form, 'records', 'drafting')).toEqual(form);
  });
});

describe('a cell', () => {
  it('is seen by who sees both its table and its column', () => {
    expect(officeSees('projects/fair/name')).toBe(true);
    expect(officeSees('projects/fair/checked', 'accepted')).toBe(false);
  });

  it('of a table of the secretariat is not seen before the table is', () => {
    const columns = [
      { id: 'own', kind: 'text', label, required: false, filledBy: 'section' }, { id: 'other', kind: 'text', label, required: false },
      { id: 'secret', kind: 'text', label, required: false, seenBy: { office: 'never' } },
    ] as const;
    const table = (office: 'never' | 'always'): Field =>
      ({ id: 'table', kind: 'table', label, required: false, filledBy: 'secretariat', seenBy: { office }, rows: { from: 'children' }, columns });
    const seenOf = (office: 'never' | 'always') =>
      columns.map(({ id }) => id).filter((id) => officeSees(`table/child/${id}`, 'accepted', formWith(table(office))));
    expect(seenOf('never')).toEqual([]);
    expect(seenOf('always')).toEqual(['own', 'other']);
  });
});

describe('an event', () => {
  const seenByOffice = (event: SheetEvent, phase: SheetPhase = 'drafting') => seenEvent(event, 'office', form, phase);

  it('of which nothing is left is not seen at all: the memo of the secretariat never reaches the office', () => {
    for (const phase of phases) expect(seenByOffice(memo, phase)).toBeUndefined();
    expect(seenEvent(memo, 'records', form, 'drafting')).toBe(memo);
    expect(seenByOffice(saved({}))).toBeUndefined();
  });

  it('is seen without what is not shown, with today\'s rights', () => {
    const both: SheetEvent = { ...memo, fields: { memo: text('要確認'), verdict: text('良好') } };
    expect(seenByOffice(both, 'approved')).toBeUndefined();
    expect(seenByOffice(both, 'accepted')).toEqual({ ...memo, fields: { verdict: text('良好') } });
    const cells = saved({ 'projects/fair/name': text('商談会'), 'projects/fair/checked': text('済'), result: value('5') });
    expect(seenByOffice(cells)).toEqual(saved({ 'projects/fair/name': text('商談会'), result: value('5') }));
  });

  it('of sending back keeps its reason, and comments on what is seen', () => {
    const unseen = ['memo', 'projects/fair/checked'].map((field) => ({ field, comment: '？' }));
    expect(seenByOffice({ ...sentBack, comments: [...unseen, ...sentBack.comments] })).toEqual(sentBack);
  });

  it('of a file is seen by who sees its field', () => {
    const secret = formWith({
      id: 'evidence', kind: 'attachments', label, required: false, atMost: 2, filledBy: 'secretariat', seenBy: { office: 'never' },
    });
    const removed: SheetEvent = { type: 'FileRemoved', file: 'file-1', field: 'evidence' };
    for (const event of [attached, removed]) {
      expect(seenByOffice(event)).toBe(event);
      expect(seenEvent(event, 'office', secret, 'accepted')).toBeUndefined();
    }
  });

  it('without fields is seen as it is', () => {
    expect(seenByOffice(voided, 'voided')).toBe(voided);
  });
});
