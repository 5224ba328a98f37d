import { describe, expect, it } from '@jest/globals';
import type { Condition, Field } from '../../../scheme/domain/field.ts';
import type { Contents } from '../sheet.events.ts';
import { attached, form, formFacts, formWith, text, value } from '../sheet-examples.ts';
import { holds, newlyUnanswered, unanswered, type Answers } from './unanswered.ts';

const label = { ja: '欄', en: 'Field' };
const sheet = (contents: Contents = {}, files: Answers['files'] = {}): Answers =>
  ({ files, fields: Object.fromEntries(Object.entries(contents).map(([address, content]) => [address, { content }])) });
const none = { indicators: [], children: [] };
const rated = { rating: { kind: 'rating', grade: 'b' }, result: value('5,653社') } as const;
const chose = (option: string) => ({ direction: { kind: 'choice', option } }) as const;
const { type: _type, file, ...attachment } = attached;
const files = { [file]: { ...attachment, by: 'person-1', at: '2026-05-20T01:00:00.000Z' } };

describe('what is unanswered', () => {
  it('are the required fields in which nothing stands, in the order of the form', () => {
    expect(unanswered(sheet(), form, none)).toEqual(['rating', 'result']);
    expect(unanswered(sheet({ result: value('') }), form, none)).toEqual(['rating', 'result']);
    expect(unanswered(sheet({ ...rated, rating: null }), form, none)).toEqual(['rating']);
    expect(unanswered(sheet(rated), form, none)).toEqual([]);
  });

  it('is by condition only where that holds', () => {
    expect(unanswered(sheet({ ...rated, ...chose('end') }), form, none)).toEqual(['why-end']);
    expect(unanswered(sheet({ ...rated, ...chose('continue') }), form, none)).toEqual([]);
    expect(unanswered(sheet({ ...rated, ...chose('end'), 'why-end': text('役目を終えた') }), form, none)).toEqual([]);
  });

  it('are the required cells of every row that the plan gives', () => {
    expect(unanswered(sheet({ ...rated, 'indicators/sales/actual': value('180社') }), form, formFacts.rows)).toEqual(['indicators/visits/actual']);
  });

  it('are the required cells of every row that the section began, but not those of the secretariat', () => {
    expect(unanswered(sheet({ ...rated, 'projects/fair/spent': value('12') }), form, none)).toEqual(['projects/fair/name']);
    expect(unanswered(sheet({ ...rated, 'projects/fair/name': text('商談会') }), form, none)).toEqual([]);
  });

  it('is a required table without rows, as a whole', () => {
    const table: Field = {
      id: 'projects', kind: 'table', label, required: true, rows: { from: 'section', atMost: 2 },
      columns: [{ id: 'name', kind: 'text', label, required: false }],
    };
    expect(unanswered(sheet(), formWith(table), none)).toEqual(['projects']);
    expect(unanswered(sheet({ 'projects/fair/name': text('商談会') }), formWith(table), none)).toEqual([]);
    expect(unanswered(sheet(), formWith({ ...table, filledBy: 'secretariat' }), none)).toEqual([]);
  });

  it('are required attachments without a file of their own', () => {
    const evidence: Field = { id: 'evidence', kind: 'attachments', label, required: true, atMost: 2 };
    expect(unanswered(sheet(), formWith(evidence), none)).toEqual(['evidence']);
    expect(unanswered(sheet({}, files), formWith(evidence), none)).toEqual([]);
    expect(unanswered(sheet({}, files), formWith({ ...evidence, id: 'minutes' }), none)).toEqual(['minutes']);
  });

  it('is nothing that the secretariat fills in', () => {
    expect(unanswered(sheet(), formWith({ id: 'memo', kind: 'text', label, required: true, filledBy: 'secretariat' }), none)).toEqual([]);
  });
});

describe('what a change leaves unanswered', () => {
  it('is what was answered before, or was not asked for', () => {
    const before = sheet({ ...rated, ...chose('continue') });
    expect(newlyUnanswered(sheet({ ...rated, ...chose('end') }), before, form, none)).toEqual(['why-end']);
    expect(newlyUnanswered(sheet({ ...rated, result: null }), before, form, none)).toEqual(['result']);
  });

  it('is not what the plan has asked for since', () => {
    expect(newlyUnanswered(sheet(rated), sheet(rated), form, formFacts.rows)).toEqual([]);
    expect(unanswered(sheet(rated), form, formFacts.rows)).not.toEqual([]);
  });
});

describe('a condition', () => {
  const stands = sheet({
    ...chose('end'), viewpoints: { kind: 'checks', checked: ['need', 'cost'] }, rating: { kind: 'rating', grade: 'a' }, remark: text('　'),
  });
  const chosen = (field: string, ...among: string[]): Condition => ({ kind: 'chosen', field, among });

  it.each<[string, Condition, boolean]>([
    ['one of several was chosen', chosen('direction', 'continue', 'end'), true],
    ['another was chosen', chosen('direction', 'continue'), false],
    ['a grade was given', chosen('rating', 'a'), true],
    ['one of the checks is set', chosen('viewpoints', 'fairness', 'cost'), true],
    ['none of the checks is set', chosen('viewpoints', 'fairness'), false],
    ['nothing was chosen', chosen('elsewhere', 'a'), false],
    ['a text was chosen from', chosen('remark', '　'), false],
    ['a field is answered', { kind: 'answered', field: 'rating' }, true],
    ['a field holds only blanks', { kind: 'answered', field: 'remark' }, false],
    ['all hold', { kind: 'all', of: [chosen('rating', 'a'), chosen('direction', 'end')] }, true],
    ['not all hold', { kind: 'all', of: [chosen('rating', 'a'), chosen('direction', 'continue')] }, false],
    ['any holds', { kind: 'any', of: [chosen('rating', 'b'), chosen('direction', 'end')] }, true],
    ['none holds', { kind: 'any', of: [chosen('rating', 'b'), { kind: 'all', of: [chosen('direction', 'continue')] }] }, false],
  ])('where %s', (_what, condition, outcome) => {
    expect(holds(condition, stands)).toBe(outcome);
  });
});
