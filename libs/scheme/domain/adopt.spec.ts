import { describe, expect, it } from '@jest/globals';
import { asked, specify } from '../../kernel/testing/given.ts';
import { adopt, type AdoptScheme, type AdoptSchemeFacts } from './adopt.ts';
import {
  budget, faultsOfFaultyScheme, faultyScheme, label, points, rating, scheme, stage, step, withColumn, withFields, withStage, withTable,
} from './scheme-examples.ts';
import { formOf, lineFor, schemeDecider, stageForm, stageOf, versionOf } from './scheme.ts';
import type { SchemeAdopted, SchemeContents } from './scheme.events.ts';

const { given } = specify(schemeDecider);
const facts: AdoptSchemeFacts = { departments: new Set(['industry']) };
const adopted = (schemeVersion: number, contents: SchemeContents = scheme): SchemeAdopted =>
  ({ type: 'SchemeAdopted', schemeVersion, ...contents });

describe('adopt a scheme', () => {
  it('records it as the first version, then as the next', () => {
    given().when((state) => adopt({ ...asked, ...scheme }, state, facts)).then(adopted(1));
    given(adopted(1)).when((state) => adopt({ ...asked, ...scheme }, state, facts)).then(adopted(2));
  });

  it('keeps every version, so that a sheet finds the form it was opened with', () => {
    const state = given(adopted(1), adopted(2, { ...scheme, sheetTypes: [] })).state();
    expect(formOf(state, 1, 'measure-sheet')?.fields).toEqual([rating, budget]);
    expect(formOf(state, 2, 'measure-sheet')).toBeUndefined();
  });

  it('finds what is asked at a stage, of the committee and of each member', () => {
    const version = versionOf(given(adopted(1, { ...scheme, stages: [{ ...stage, fields: [rating] }, { ...stage, id: 'again', opinion: { fields: [rating] } }] })).state(), 1)!;
    expect(stageOf(version, 'again')).toBe(version.stages[1]);
    expect(stageOf(version, 'elsewhere')).toBeUndefined();
    const { scales, unitPrices } = scheme;
    const sections = [{ id: 'result', name: label, fields: [rating] }];
    expect(stageForm(version, 'committee', 'result'))
      .toEqual({ schemeVersion: 1, sheetType: { id: 'committee', name: label, level: '', sections }, scales, unitPrices, fields: [rating] });
    expect(stageForm(version, 'committee', 'opinion')?.fields).toEqual(stage.opinion!.fields);
    expect(stageForm(version, 'again', 'opinion')?.sheetType).toMatchObject({ id: 'again', sections: [{ id: 'opinion', fields: [rating] }] });
    expect(stageForm(version, 'elsewhere', 'result')).toBeUndefined();
    expect(stageForm({ ...version, stages: [{ id: 'mayor', name: label, evaluator: 'mayor', fields: [] }] }, 'mayor', 'opinion')).toBeUndefined();
  });

  it('finds the approval line that names most of a sheet', () => {
    const named = (id: string) => [{ ...step, id }];
    const approvalLines = [
      { steps: named('none') }, { sheetType: 'measure-sheet', steps: named('type') }, { department: 'industry', steps: named('department') },
      { department: 'industry', sheetType: 'measure-sheet', steps: named('both') },
    ];
    const version = versionOf(given(adopted(1, { ...scheme, approvalLines })).state(), 1)!;
    const line = (department: string, type: string) => lineFor(version, department, type)?.steps[0]?.id;
    expect([line('industry', 'measure-sheet'), line('industry', 'other'), line('welfare', 'measure-sheet'), line('welfare', 'other')])
      .toEqual(['both', 'department', 'type', 'none']);
  });

  it('tells all of twenty faults, each by its path', () => {
    expect(faultsOfFaultyScheme).toHaveLength(20);
    given().when((state) => adopt({ ...asked, ...faultyScheme }, state, facts)).thenRejected('scheme-faulty', { faults: faultsOfFaultyScheme });
  });
});

const type = scheme.sheetTypes[0]!;
const field = 'sheetTypes[0].sections[0].fields';
const column = `${field}[1].columns[4]`;
const opinion = 'stages[0].opinion';
const chosen = { kind: 'chosen', field: 'attainment', among: ['a'] };
const text = (id: string, more: object = {}) => ({ id, kind: 'text', label, required: false, ...more });
const withOpinion = (...fields: readonly object[]): AdoptScheme => withStage({ opinion: { fields } });
const below = { id: 'project', name: label, parent: 'measure', texts: [] };
const grades = (...from: (string | undefined)[]) => ({
  ...scheme, scales: [{ id: 'attainment', name: label, grades: from.map((one, at) => ({ id: 'abcdef'[at], label, ...(one !== undefined && { from: one }) })) }],
});

describe('a scheme is refused where', () => {
  it.each<[string, AdoptScheme, string, string]>([
    ['a list is too long', { ...scheme, levels: Array.from({ length: 21 }, () => ({})) }, 'levels', 'at most 20 members'],
    ['a part is no object', { ...scheme, scales: [...scheme.scales, 'scale'] }, 'scales[1]', 'must be an object'],
    ['a member is unknown', withStage({ secret: true }), 'stages[0].secret', 'means nothing here'],
    ['a label is blank', withStage({ name: { ja: ' ', en: 'x' } }), 'stages[0].name.ja', 'blank'],
    ['a label is too long', withStage({ name: { ja: '長'.repeat(201), en: 'x' } }), 'stages[0].name.ja', 'at most 200 characters'],
    ['half a character stands in a label', withStage({ name: { ja: '\ud800', en: 'x' } }), 'stages[0].name.ja', 'half a character'],
    ['an id is no id', withFields(rating, { ...text('X'), id: 'Reason' }), `${field}[1].id`, 'short word'],
    ['an id is one of JavaScript\'s', withFields(rating, text('constructor')), `${field}[1].id`, 'constructor cannot be an id'],
    ['a level goes round in a circle', { ...scheme, levels: [{ id: 'measure', name: label, parent: 'project', texts: [] }, below] },
      'levels[0].parent', 'measure → project → measure'],
    ['a level has none above and none below', { ...scheme, levels: [...scheme.levels, below, { id: 'stray', name: label, texts: [] }] },
      'levels[2].parent', 'stray has no level above it'],
    ['a level stands twice', { ...scheme, levels: [...scheme.levels, { ...scheme.levels[0] }] }, 'levels[1].id', 'measure is there already'],
    ['a scale has one grade', { ...scheme, scales: [{ ...scheme.scales[0], grades: [{ id: 'a', label }] }] }, 'scales[0].grades', 'at least 2 members'],
    ['two grades begin at the same figure', grades('80', '80', undefined), 'scales[0].grades[1].from', 'overlaps'],
    ['a grade among others has no beginning', grades('80', undefined, undefined), 'scales[0].grades[1].from', 'leaves a hole: b needs'],
    ['a figure is no decimal', grades('80.0', undefined), 'scales[0].grades[0].from', 'without needless zeros'],
    ['a price is below zero', { ...scheme, unitPrices: [{ id: 'labour', name: label, byYear: { 2026: '-1' } }] }, 'unitPrices[0].byYear.2026', 'not below zero'],
    ['a price is of no year', { ...scheme, unitPrices: [{ id: 'labour', name: label, byYear: { today: '1' } }] }, 'unitPrices[0].byYear.today', 'fiscal year'],
    ['a sheet type is of no level', { ...scheme, sheetTypes: [{ ...type, level: 'pillar' }] }, 'sheetTypes[0].level', 'there is no level pillar'],
    ['a level has two sheet types', { ...scheme, sheetTypes: [type, { ...type, id: 'other' }] }, 'sheetTypes[1].level', 'a sheet type already: measure-sheet'],
    ['a section stands twice', { ...scheme, sheetTypes: [{ ...type, sections: [...type.sections, { id: 'all', name: label, fields: [] }] }] },
      'sheetTypes[0].sections[1].id', 'all is there already'],
    ['a field stands in two sections', { ...scheme, sheetTypes: [{ ...type, sections: [...type.sections, { id: 'more', name: label, fields: [rating] }] }] },
      'sheetTypes[0].sections[1].fields[0].id', 'attainment is there already'],
    ['sections have too many fields together',
      { ...scheme, sheetTypes: [{ ...type, sections: ['x', 'y'].map((id) => ({ id, name: label, fields: Array.from({ length: 101 }, (_, at) => text(`${id}${at}`)) })) }] },
      'sheetTypes[0].sections', 'at most 200 fields'],
    ['there is nothing to choose', withFields(rating, { ...text('x'), kind: 'choice', options: [] }), `${field}[1].options`, 'at least 1 member'],
    ['there is no room for a text', withFields(rating, text('x', { longestLength: 0 })), `${field}[1].longestLength`, 'must be at least 1'],
    ['there is room for too many files', withFields(rating, { ...text('x'), kind: 'attachments', atMost: 51 }), `${field}[1].atMost`, 'must be at most 50'],
    ['a moment is unknown', withFields(rating, text('x', { seenBy: { office: 'later' } })), `${field}[1].seenBy.office`, 'one of always'],
    ['a requirement is neither yes, no nor a condition', withFields(rating, text('x', { required: 'yes' })), `${field}[1].required`, 'true, false or a condition'],
    ['a computed field is asked for', withFields(rating, { ...text('x'), kind: 'computed', formula: '1', required: true }), `${field}[1].required`, 'nobody types it'],
    ['a condition asks for what it speaks of', withFields({ ...rating, required: { kind: 'all', of: [chosen] } }), `${field}[0].required.of[0].field`, 'by what stands in it'],
    ['a condition names a grade that there is not', withFields(rating, text('x', { required: { ...chosen, among: ['a', 'z'] } })), `${field}[1].required.among[1]`, 'attainment has no z'],
    ['a condition chooses where nothing is chosen', withFields(text('y'), text('x', { required: { ...chosen, field: 'y' } })), `${field}[1].required.field`, 'nothing is chosen'],
    ['a condition speaks of a table', withFields(budget, text('x', { required: { kind: 'answered', field: 'budget' } })), `${field}[1].required.field`, 'kind table'],
    ['a condition is of no kind', withFields(rating, text('x', { required: { kind: 'some', of: [] } })), `${field}[1].required.kind`, 'there is no "some"'],
    ['a condition of a column speaks of nothing', withColumn({ kind: 'text', required: { kind: 'answered', field: 'x' } }), `${column}.required.field`, 'there is no field x'],
    ['a row stands twice', withTable({ rows: { from: 'form', rows: [{ id: 'now', label }, { id: 'now', label }] } }), `${field}[1].rows.rows[1].id`, 'now is there already'],
    ['a column stands twice', withColumn({ kind: 'text', id: 'remark' }), `${column}.id`, 'remark is there already'],
    ['a column is rated on no scale', withColumn({ kind: 'rating', scale: 'nowhere' }), `${column}.scale`, 'there is no scale nowhere'],
    ['a column is of no kind', withColumn({ kind: 'table' }), `${column}.kind`, 'there is no "table"'],
    ['the plan gives nothing', withColumn({ kind: 'given', given: 'target' }), `${column}.kind`, 'only a table of indicators'],
    ['an achievement has no indicator', withColumn({ kind: 'computed', formula: 'achievement(planned, settled)' }), `${column}.formula`, 'only a row of an indicator'],
    ['a function is unknown', withColumn({ kind: 'computed', formula: 'median(planned)' }), `${column}.formula`, 'there is no function median, at character 1'],
    ['a column waits for itself', withColumn({ kind: 'computed', formula: 'total(tried)' }), `${column}.formula`, 'budget/tried → budget/tried'],
    ['a cell is not there', withColumn({ kind: 'computed', formula: 'cell("later", "settled")' }), `${column}.formula`, 'there is no cell later/settled'],
    ['a column stands in two tables', withFields(budget, { ...budget, id: 'other' }, { ...text('x'), kind: 'computed', formula: 'total(settled)' }),
      `${field}[2].formula`, 'settled stands in several tables'],
    ['a balance stands twice', withTable({ balances: [...budget.balances!, ...budget.balances!] }), `${field}[1].balances[1].id`, 'sum is there already'],
    ['a balance is no formula', withTable({ balances: [{ ...budget.balances![0], right: '(' }] }), `${field}[1].balances[0].right`, 'at character 2'],
    ['a roll-up is of no sheet type', withFields({ ...text('x'), kind: 'roll-up', sheetType: 'nothing', field: 'y' }), `${field}[0].sheetType`, 'there is no sheet type nothing'],
    ['a roll-up is of its own level', withFields(rating, { ...text('x'), kind: 'roll-up', sheetType: 'measure-sheet', field: 'attainment' }), `${field}[1].sheetType`, 'a level below'],
    ['no line fits a sheet', { ...scheme, approvalLines: [{ department: 'industry', steps: [step] }] }, 'approvalLines', 'no approval line fits measure-sheet'],
    ['a line is of no sheet type', { ...scheme, approvalLines: [...scheme.approvalLines, { sheetType: 'nothing', steps: [step] }] }, 'approvalLines[1].sheetType', 'no sheet type nothing'],
    ['two lines are for the same sheets', { ...scheme, approvalLines: [...scheme.approvalLines, { steps: [step] }] }, 'approvalLines[1]', 'same sheets as approvalLines[0]'],
    ['a step stands twice', { ...scheme, approvalLines: [{ steps: [step, step] }] }, 'approvalLines[0].steps[1].id', 'manager is there already'],
    ['the last step is of co-owners', { ...scheme, approvalLines: [{ steps: [{ ...step, ofCoOwners: true }] }] }, 'approvalLines[0].steps[0].ofCoOwners', 'the last step decides'],
    ['a stage stands twice', { ...scheme, stages: [...scheme.stages, ...scheme.stages] }, 'stages[1].id', 'committee is there already'],
    ['a stage depends on nothing', withStage({ condition: { ...chosen, field: 'x' } }), 'stages[0].condition.field', 'there is no field x'],
    ['a stage computes', withStage({ fields: [{ ...text('x'), kind: 'computed', formula: '1' }] }), 'stages[0].fields[0].kind', 'must be one of text, choice'],
    ['a stage has a table', withStage({ fields: [budget] }), 'stages[0].fields[0].kind', 'must be one of text, choice'],
    ['a member hands in files', withOpinion({ ...text('x'), kind: 'attachments', atMost: 1 }), `${opinion}.fields[0].kind`, 'must be one of text, choice'],
    ['the section fills in an opinion', withOpinion(text('x', { filledBy: 'section' })), `${opinion}.fields[0].filledBy`, 'means nothing at a stage'],
    ['a mayor has members', withStage({ evaluator: 'mayor' }), opinion, 'only a committee has members'],
    ['members are asked for nothing', withOpinion(), `${opinion}.fields`, 'at least 1 member'],
    ['members are asked twice', withOpinion(points, points), `${opinion}.fields[1].id`, 'points is there already'],
    ['an opinion depends on the sheet', withOpinion(text('x', { required: chosen })), `${opinion}.fields[0].required.field`, 'there is no field attainment'],
    ['a result depends on opinions', withStage({ fields: [text('x', { required: { kind: 'answered', field: 'points' } })] }), 'stages[0].fields[0].required.field', 'no field points'],
    ['opinions are seen before the conclusion', withStage({ opinion: { fields: [points], seenBy: { office: 'handed-over' } } }), `${opinion}.seenBy.office`, 'one of concluded, never'],
    ['points go no step', withFields(rating, { ...points, step: '0' }), `${field}[1].step`, 'must be above 0'],
    ['there are no points between', withFields(rating, { ...points, least: '10' }), `${field}[1].most`, 'must be above the least, which is 10'],
    ['no step reaches the most', withOpinion({ ...points, step: '0.3' }), `${opinion}.fields[0].step`, 'does not lead from 0 to 10'],
    ['points in a column go no step', withColumn({ ...points, id: 'tried', step: '-1' }), `${column}.step`, 'must be above 0'],
    ['points are no decimals', withOpinion({ ...points, most: 10 }), `${opinion}.fields[0].most`, 'must be a text'],
  ])('%s', (_what, faulty, path, message) => {
    given().when((state) => adopt({ ...asked, ...faulty }, state, facts))
      .thenRejected('scheme-faulty', { faults: [{ path, message: expect.stringContaining(message) }] });
  });

  it('there are not even lists', () => {
    given().when((state) => adopt({ ...asked, ...scheme, levels: undefined as never }, state, facts))
      .thenRejected('scheme-faulty', { faults: [{ path: 'levels', message: 'is missing' }] });
  });
});

describe('a scheme is not refused', () => {
  it.each<[string, AdoptScheme]>([
    ['for departments, while the office has none', { ...scheme, approvalLines: [...scheme.approvalLines, { department: 'nowhere', steps: [step] }] }],
    ['for a tree of levels beside another', { ...scheme, levels: [...scheme.levels, { id: 'pillar', name: label, texts: [] }, { ...below, parent: 'pillar' }] }],
    ['for a scale without beginnings', grades(undefined, undefined, undefined)],
    ['for a cell of another table', withFields(budget, { ...text('x'), kind: 'computed', formula: 'cell("now", "settled") / mean(planned) * price("labour")' })],
    ['for asking members and the committee by the same name', withStage({ fields: [points], opinion: { fields: [points] } })],
    ['for points on either side of zero', withFields(rating, { ...points, least: '-1.5', most: '1.5', step: '0.75' })],
    ['for a condition on another field', withFields(rating, text('x', { required: { kind: 'any', of: [chosen, { kind: 'answered', field: 'attainment' }] } }))],
  ])('%s', (_what, asIs) => {
    const decision = adopt({ ...asked, ...asIs }, { versions: [] }, { departments: undefined });
    expect(decision).toMatchObject({ kind: 'accepted', events: [{ schemeVersion: 1 }] });
  });

  it('for speaking of what is wrong in itself', () => {
    const broken = withFields({ ...rating, label: 'x' }, text('y', { required: chosen }), {
      ...budget, columns: [{ ...budget.columns[0], kind: 'figure' }, ...budget.columns.slice(1)],
    });
    given().when((state) => adopt({ ...asked, ...broken }, state, facts)).thenRejected('scheme-faulty', {
      faults: [
        { path: `${field}[0].label`, message: 'must be an object' },
        { path: `${field}[2].columns[0].kind`, message: expect.stringContaining('there is no "figure"') },
      ],
    });
  });
});
