import { describe, expect, it } from '@jest/globals';
import { hardened } from './compatible.ts';
import type { Column, Field } from './field.ts';
import { budget, label, points, rating, scheme, stage, step } from './scheme-examples.ts';
import type { SchemeVersion } from './scheme.ts';
import type { SchemeContents } from './scheme.events.ts';

const other = { ja: '別の名', en: 'Another name' };
const type = scheme.sheetTypes[0]!;
const fields: readonly Field[] = [
  rating,
  budget,
  { id: 'reason', kind: 'text', label, required: { kind: 'answered', field: 'attainment' }, longestLength: 100 },
  { id: 'direction', kind: 'choice', label, required: true, options: [{ id: 'expand', label }, { id: 'end', label }] },
  { id: 'output', kind: 'value', label, required: false, unit: '人' },
  { id: 'rate', kind: 'computed', label, required: false, formula: 'total(settled)' },
  { id: 'papers', kind: 'attachments', label, required: false, atMost: 5 },
  { id: 'projects', kind: 'table', label, required: false, rows: { from: 'section', atMost: 10 }, columns: [{ id: 'name', kind: 'text', label, required: true }] },
  { id: 'below', kind: 'roll-up', label, required: false, sheetType: 'project-sheet', field: 'attainment' },
];
const before = version({ fields });

function version({ fields: all, ...contents }: Partial<SchemeContents> & { readonly fields?: readonly Field[] }): SchemeVersion {
  const sheetTypes = [{ ...type, sections: [{ id: 'all', name: label, fields: all ?? fields }] }];
  return { schemeVersion: 1, ...scheme, sheetTypes, ...contents };
}

/** The form with one field changed. */
function changing(id: string, changed: object): SchemeVersion {
  return version({ fields: fields.map((field) => (field.id === id ? { ...field, ...changed } : field)) });
}

function adding(field: Field): SchemeVersion {
  return version({ fields: [...fields, field] });
}

/** The stage with these fields of its opinion. */
function asking(...opinion: readonly Field[]): SchemeVersion {
  return version({ stages: [{ ...stage, opinion: { fields: opinion } }] });
}

const [, why] = stage.opinion!.fields as [Field, Field];
const withColumns = (...columns: readonly Column[]) => changing('budget', { columns });
const [planned, settled, remark, rate] = budget.columns as [Column, Column, Column, Column];
const at = (index: number) => `sheetTypes[0].sections[0].fields[${index}]`;

describe('a running cycle may go on under a version that', () => {
  it.each<[string, SchemeVersion]>([
    ['is the same', version({})],
    ['says everything in other words', changing('attainment', { label: other, help: other })],
    ['names its parts otherwise', version({
      levels: [{ ...scheme.levels[0]!, name: other }], scales: [{ ...scheme.scales[0]!, name: other }], stages: [{ ...stage, name: other }],
    })],
    ['groups and orders fields otherwise', version({
      sheetTypes: [{ ...type, sections: [{ id: 'x', name: label, fields: fields.slice(4) }, { id: 'y', name: label, fields: fields.slice(0, 4) }] }],
    })],
    ['has an optional field more', adding({ id: 'more', kind: 'date', label, required: false })],
    ['has an optional table more', adding({ ...budget, id: 'more', columns: [remark], balances: [] })],
    ['has an optional column more', withColumns(...budget.columns, { id: 'more', kind: 'date', label, required: false })],
    ['asks for a field only sometimes', changing('attainment', { required: { kind: 'answered', field: 'output' } })],
    ['no longer asks for a field', changing('reason', { required: false })],
    ['has room for more', changing('reason', { longestLength: 200 })],
    ['has no limit any more', changing('reason', { longestLength: undefined })],
    ['takes more files', changing('papers', { atMost: 6 })],
    ['takes more rows', changing('projects', { rows: { from: 'section', atMost: 11 } })],
    ['has another option', changing('direction', { options: [{ id: 'expand', label }, { id: 'end', label: other }, { id: 'keep', label }] })],
    ['no longer asks that sums are equal', changing('budget', { balances: [] })],
    ['prints other decimals', changing('rate', { decimals: 1 })],
    ['has other approval lines', version({ approvalLines: [{ steps: [{ ...step, id: 'director' }, step] }] })],
    ['knows the price of another year', version({ unitPrices: [{ id: 'labour', name: other, byYear: { 2026: '8000000', 2027: '8100000' } }] })],
    ['gives points in a wider range and by finer steps', asking({ ...points, least: '-0.5', most: '20', step: '0.25' }, why)],
    ['asks members for something more, if they like', asking(points, why, { id: 'more', kind: 'date', label, required: false })],
    ['says that nobody sees opinions', version({ stages: [{ ...stage, opinion: { ...stage.opinion!, seenBy: { office: 'never' } } }] })],
    ['has levels, scales, prices and sheet types more', version({
      levels: [...scheme.levels, { id: 'project', name: label, parent: 'measure', texts: [] }],
      scales: [...scheme.scales, { ...scheme.scales[0]!, id: 'other' }],
      unitPrices: [...scheme.unitPrices, { ...scheme.unitPrices[0]!, id: 'other' }],
      sheetTypes: [...before.sheetTypes, { ...type, id: 'project-sheet', level: 'project' }],
    })],
  ])('%s', (_what, to) => {
    expect(hardened(before, { ...to, schemeVersion: 2 })).toEqual([]);
  });

  it('was written with its members in another order', () => {
    const backwards = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(backwards);
      return typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).reverse().map(([member, one]) => [member, backwards(one)])) : value;
    };
    expect(hardened(before, backwards(before) as SchemeVersion)).toEqual([]);
  });
});

describe('a running cycle stays with its version when the other', () => {
  it.each<[string, SchemeVersion, string, string]>([
    ['lacks a level', version({ levels: [] }), 'levels', 'has no level measure any more'],
    ['hangs a level elsewhere', version({ levels: [{ ...scheme.levels[0]!, parent: 'pillar' }] }), 'levels[0].parent', 'is not what it was'],
    ['lacks a scale', version({ scales: [] }), 'scales', 'has no scale attainment any more'],
    ['has a grade more', version({ scales: [{ ...scheme.scales[0]!, grades: [...scheme.scales[0]!.grades, { id: 'c', label }] }] }), 'scales[0].grades', 'are not the grades that they were'],
    ['has another price', version({ unitPrices: [{ ...scheme.unitPrices[0]!, byYear: { 2026: '1' } }] }), 'unitPrices[0].byYear.2026', 'is not what it was'],
    ['lacks a sheet type', version({ sheetTypes: [] }), 'sheetTypes', 'has no sheet type measure-sheet any more'],
    ['has the form for another level', version({ sheetTypes: [{ ...before.sheetTypes[0]!, level: 'project' }] }), 'sheetTypes[0].level', 'is not what it was'],
    ['lacks a field', version({ fields: fields.slice(1) }), 'sheetTypes[0]', 'has no field attainment any more'],
    ['has a field of another kind', changing('reason', { kind: 'date' }), `${at(2)}.kind`, 'is no text any more'],
    ['asks for a new field', adding({ id: 'more', kind: 'date', label, required: true }), `${at(9)}.required`, 'is new, so nobody may be asked for it'],
    ['asks for a new field sometimes', adding({ id: 'more', kind: 'date', label, required: { kind: 'answered', field: 'output' } }), `${at(9)}.required`, 'is new, so nobody may be asked for it'],
    ['asks for a column of a new table', adding({ ...budget, id: 'more', columns: [planned], balances: [] }), `${at(9)}.columns[0].required`, 'is new, so nobody may be asked for it'],
    ['has a new table that must add up', adding({ ...budget, id: 'more', columns: [remark] }), `${at(9)}.balances[0]`, 'is new'],
    ['asks for an optional field', changing('output', { required: true }), `${at(4)}.required`, 'asks for more than before'],
    ['asks always for what was asked sometimes', changing('reason', { required: true }), `${at(2)}.required`, 'asks for more than before'],
    ['asks under another condition', changing('reason', { required: { kind: 'answered', field: 'output' } }), `${at(2)}.required`, 'asks for more than before'],
    ['has less room', changing('reason', { longestLength: 99 }), `${at(2)}.longestLength`, 'is shorter than it was'],
    ['has a limit', changing('output', { kind: 'value', figureOnly: true }), `${at(4)}.figureOnly`, 'refuses words that were taken'],
    ['counts in another unit', changing('output', { unit: '千人' }), `${at(4)}.unit`, 'is not what it was'],
    ['means money', changing('output', { money: true }), `${at(4)}.money`, 'is not what it was'],
    ['lacks an option', changing('direction', { options: [{ id: 'expand', label }] }), `${at(3)}.options`, 'has no option end any more'],
    ['computes otherwise', changing('rate', { formula: 'mean(settled)' }), `${at(5)}.formula`, 'is not what it was'],
    ['takes fewer files', changing('papers', { atMost: 4 }), `${at(6)}.atMost`, 'is less than it was'],
    ['takes fewer rows', changing('projects', { rows: { from: 'section', atMost: 9 } }), `${at(7)}.rows.atMost`, 'is less than it was'],
    ['has rows from elsewhere', changing('projects', { rows: { from: 'children' } }), `${at(7)}.rows`, 'come from elsewhere than before'],
    ['rolls up something else', changing('below', { field: 'other' }), `${at(8)}.field`, 'is not what it was'],
    ['rates on another scale', changing('attainment', { scale: 'other' }), `${at(0)}.scale`, 'is not what it was'],
    ['asks others for a field', changing('reason', { filledBy: 'secretariat' }), `${at(2)}.filledBy`, 'is asked of others than before'],
    ['shows a field to others', changing('reason', { seenBy: { public: 'always' } }), `${at(2)}.seenBy`, 'is shown otherwise than before'],
    ['lacks a column', withColumns(planned, settled, rate), `${at(1)}.columns`, 'has no column remark any more'],
    ['asks for a column', withColumns(planned, settled, { ...remark, required: true }, rate), `${at(1)}.columns[2].required`, 'asks for more than before'],
    ['lacks a row', changing('budget', { rows: { from: 'form', rows: [{ id: 'now', label }] } }), `${at(1)}.rows.rows`, 'has no row before any more'],
    ['asks in a new row', changing('budget', { rows: { from: 'form', rows: [{ id: 'before', label }, { id: 'now', label }, { id: 'next', label }] } }),
      `${at(1)}.rows.rows[2]`, 'is new, and the table asks for something in every row'],
    ['holds sums against others', changing('budget', { balances: [{ ...budget.balances![0], right: 'planned' }] }), `${at(1)}.balances[0].right`, 'is not what it was'],
    ['has a stage more', version({ stages: [...scheme.stages, { ...stage, id: 'mayor' }] }), 'stages[1]', 'is new'],
    ['lacks a stage', version({ stages: [] }), 'stages', 'has no stage committee any more'],
    ['gives a stage to others', version({ stages: [{ ...stage, evaluator: 'mayor' }] }), 'stages[0].evaluator', 'is not what it was'],
    ['sends other sheets to a stage', version({ stages: [{ ...stage, condition: { kind: 'answered', field: 'reason' } }] }), 'stages[0].condition', 'is not what it was'],
    ['gives points from a higher least', asking({ ...points, least: '1' }, why), 'stages[0].opinion.fields[0].least', 'is more than it was'],
    ['gives points to a lower most', asking({ ...points, most: '5' }, why), 'stages[0].opinion.fields[0].most', 'is less than it was'],
    ['gives points by larger steps', asking({ ...points, step: '1' }, why), 'stages[0].opinion.fields[0].step', 'leaves out points that could be given'],
    ['gives points beside those before', asking({ ...points, least: '-0.25', most: '10.25' }, why), 'stages[0].opinion.fields[0].step', 'leaves out points that could be given'],
    ['asks members for more', asking(points, why, rating), 'stages[0].opinion.fields[2].required', 'is new, so nobody may be asked for it'],
    ['lacks what members said', version({ stages: [{ ...stage, opinion: { fields: [points] } }] }), 'stages[0].opinion', 'has no field why any more'],
    ['shows opinions to others', version({ stages: [{ ...stage, opinion: { ...stage.opinion!, seenBy: { office: 'concluded' } } }] }),
      'stages[0].opinion.seenBy', 'is shown otherwise than before'],
    ['asks more at a stage', version({ stages: [{ ...stage, fields: [rating] }] }), 'stages[0].fields[0].required', 'is new, so nobody may be asked for it'],
  ])('%s', (_what, to, path, message) => {
    expect(hardened(before, { ...to, schemeVersion: 2 })).toEqual([{ path, message }]);
  });

  it('asks members at all, unless they need not answer', () => {
    const without = version({ stages: [{ ...stage, opinion: undefined as never }] });
    expect(hardened(without, asking(points))).toEqual([]);
    expect(hardened(without, asking(rating))).toEqual([
      { path: 'stages[0].opinion.fields[0].required', message: 'is new, so nobody may be asked for it' },
    ]);
    expect(hardened(asking(points), without)).toEqual([{ path: 'stages[0].opinion', message: 'has no field points any more' }]);
  });

  it('orders the stages otherwise', () => {
    const stages = [stage, { ...stage, id: 'mayor' }];
    expect(hardened(version({ stages }), version({ stages: stages.toReversed() }))).toEqual([{ path: 'stages', message: 'come in another order than before' }]);
  });
});
