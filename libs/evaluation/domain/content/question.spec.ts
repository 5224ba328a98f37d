import { describe, expect, it } from '@jest/globals';
import type { TableField } from '../../../scheme/domain/field.ts';
import { form, formFacts, formWith, text, value } from '../sheet-examples.ts';
import { filledByOf, isAnswerField, ownRowIds, questionAt, rowIdsOf, type GivenRows } from './question.ts';

const given: GivenRows = formFacts.rows;
const label = { ja: '欄', en: 'Field' };
const table = (rows: TableField['rows']): TableField =>
  ({ id: 'table', kind: 'table', label, required: false, rows, columns: [{ id: 'name', kind: 'text', label, required: false }] });

describe('what is asked at an address', () => {
  it('is a field, and who fills it in', () => {
    expect(questionAt(form, 'remark', given)).toMatchObject({ field: { id: 'remark' }, of: { id: 'remark' }, filledBy: 'section' });
    expect(questionAt(form, 'memo', given)).toMatchObject({ field: { id: 'memo' }, filledBy: 'secretariat' });
  });

  it('is a cell of a table: its column, and who fills that in', () => {
    expect(questionAt(form, 'projects/fair/name', given)).toMatchObject({ field: { id: 'name' }, of: { id: 'projects' }, filledBy: 'section' });
    expect(questionAt(form, 'projects/fair/checked', given))
      .toMatchObject({ field: { id: 'checked' }, of: { id: 'projects' }, filledBy: 'secretariat' });
  });

  it.each([
    ['a field that the form does not have', 'elsewhere'],
    ['nothing', ''],
    ['a table as a whole', 'projects'],
    ['a row as a whole', 'projects/fair'],
    ['a column that the table does not have', 'projects/fair/elsewhere'],
    ['more than a cell', 'projects/fair/name/more'],
    ['a cell of a field that is no table', 'remark/fair/name'],
    ['what is computed', 'costs/this-year/labour-cost'],
    ['what the plan gives', 'indicators/sales/target'],
    ['attachments', 'evidence'],
    ['a row that the form does not have', 'costs/last-year/settled'],
    ['an indicator that the plan does not have', 'indicators/elsewhere/actual'],
    ['a row whose name is no name', 'projects/Fair 1/name'],
    ['a row without a name', 'projects//name'],
    ['a row named as every object of JavaScript has something', 'projects/constructor/name'],
  ])('is nothing at %s', (_what, address) => {
    expect(questionAt(form, address, given)).toBeUndefined();
  });

  it('may be a row of a node below', () => {
    const children = formWith(table({ from: 'children' }));
    expect(questionAt(children, 'table/project-1/name', given)).toBeDefined();
    expect(questionAt(children, 'table/project-3/name', given)).toBeUndefined();
  });
});

describe('the rows of a table', () => {
  it('are those of the form, the plan, or the sheet', () => {
    expect(rowIdsOf(table({ from: 'form', rows: [{ id: 'second', label }, { id: 'first', label }] }), given, {})).toEqual(['second', 'first']);
    expect(rowIdsOf(table({ from: 'indicators' }), given, {})).toEqual(['visits', 'sales']);
    expect(rowIdsOf(table({ from: 'indicators', class: 'outcome' }), given, {})).toEqual(['sales']);
    expect(rowIdsOf(table({ from: 'children' }), given, {})).toEqual(['project-1', 'project-2']);
    const fields = { 'table/b/name': { content: text('二') }, 'table/a/name': { content: text('一') } };
    expect(rowIdsOf(table({ from: 'section', atMost: 9 }), given, fields)).toEqual(['a', 'b']);
  });

  it('of the sheet are there while anything stands in them', () => {
    const fields = {
      'projects/a/name': { content: null }, 'projects/a/spent': { content: value('12') },
      'projects/b/name': { content: null },
      'projects-more/c/name': { content: text('三') },
      projects: { content: text('四') },
    };
    expect(ownRowIds('projects', fields)).toEqual(['a']);
  });
});

it('nobody answers what is computed, given, rolled up or attached', () => {
  expect(form.fields.filter(isAnswerField).map(({ kind }) => kind))
    .toEqual(['rating', 'value', 'text', 'value', 'value', 'date', 'checks', 'choice', 'text', 'text', 'text']);
});

it('a column is filled in by who fills in its table, when it says nothing else', () => {
  const field = { id: 'field', label, required: false };
  const secretariats = { ...table({ from: 'children' }), filledBy: 'secretariat' as const };
  expect(filledByOf(field)).toBe('section');
  expect(filledByOf(field, secretariats)).toBe('secretariat');
  expect(filledByOf({ ...field, filledBy: 'section' }, secretariats)).toBe('section');
});
