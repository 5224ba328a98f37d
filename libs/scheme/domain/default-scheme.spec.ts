import { expect, it } from '@jest/globals';
import { asked, specify } from '../../kernel/testing/given.ts';
import { parseValue } from '../../kernel/value-parse.ts';
import { adopt } from './adopt.ts';
import { hardened } from './compatible.ts';
import { computeSheet, unbalanced } from './computing.ts';
import { defaultScheme } from './default-scheme.ts';
import { formOf, lineFor, schemeDecider, versionOf } from './scheme.ts';
import type { SchemeAdopted, SchemeContents } from './scheme.events.ts';

const { given } = specify(schemeDecider);
const adopted: SchemeAdopted = { type: 'SchemeAdopted', schemeVersion: 1, ...defaultScheme };

it('can be adopted as it is, by an office of any departments', () => {
  given().when((state) => adopt({ ...asked, ...defaultScheme }, state, { departments: undefined })).then(adopted);
  given().when((state) => adopt({ ...asked, ...defaultScheme }, state, { departments: new Set(['welfare']) })).then(adopted);
});

it('has a sheet for each of its levels and an approval line for each sheet', () => {
  const scheme = given(adopted).state();
  expect(defaultScheme.sheetTypes.map(({ level }) => level)).toEqual(defaultScheme.levels.map(({ id }) => id));
  for (const { id } of defaultScheme.sheetTypes) {
    expect(formOf(scheme, 1, id)?.fields.length).toBeGreaterThan(5);
    expect(lineFor(versionOf(scheme, 1)!, 'welfare', id)?.steps.at(-1)?.within).toBe('department');
  }
});

it('uses every kind of field and of column that there is', () => {
  const { sheetTypes, stages } = defaultScheme;
  const askedThere = stages.flatMap(({ fields, opinion }) => [...fields, ...(opinion?.fields ?? [])]);
  const fields = [...sheetTypes.flatMap(({ sections }) => sections.flatMap((section) => section.fields)), ...askedThere];
  const columns = fields.flatMap((field) => (field.kind === 'table' ? field.columns : []));
  expect([...new Set([...fields, ...columns].map(({ kind }) => kind))].sort()).toEqual(
    ['attachments', 'checks', 'choice', 'computed', 'date', 'given', 'points', 'rating', 'roll-up', 'table', 'text', 'value']);
});

it('is compatible with itself', () => {
  expect(hardened({ schemeVersion: 1, ...defaultScheme }, { schemeVersion: 2, ...defaultScheme })).toEqual([]);
});

/** The same scheme in which everything that an office names is called otherwise. */
function renamed(part: unknown, member = ''): unknown {
  if (Array.isArray(part)) return part.map((one) => renamed(one, member));
  if (typeof part === 'object' && part !== null) {
    return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, renamed(value, name)]));
  }
  if (typeof part !== 'string') return part;
  if (['formula', 'left', 'right'].includes(member)) return part.replace(/[a-z][a-z0-9-]*(?!\w*\s*\()\b/g, (name) => `x-${name}`);
  return ['id', 'parent', 'level', 'scale', 'field', 'sheetType', 'among', 'rank'].includes(member) ? `x-${part}` : part;
}

it('means the same by any other names, for nothing in the program knows them', () => {
  const other = renamed(defaultScheme) as SchemeContents;
  given().when((state) => adopt({ ...asked, ...other }, state, { departments: undefined })).then({ type: 'SchemeAdopted', schemeVersion: 1, ...other });
  const settled = (contents: SchemeContents, prefix: string) => {
    const form = formOf(given({ type: 'SchemeAdopted', schemeVersion: 1, ...contents }).state(), 1, `${prefix}project-sheet`)!;
    const figures = {
      value: (address: string) => parseValue(address.endsWith('settled') ? '900' : '2'),
      rows: (table: string) => (table === `${prefix}indicators` ? [] : [`${prefix}this-year`]),
      price: () => '50', indicator: () => undefined,
    };
    return [[...computeSheet(form, figures).values()], unbalanced(form, figures).map(({ left, right }) => [left, right])];
  };
  expect(settled(other, 'x-')).toEqual(settled(defaultScheme, ''));
  expect(settled(defaultScheme, '')).toEqual([
    [{ figure: '225' }, { figure: '10' }, { figure: '100', unit: '円' }, { figure: '1000', unit: '円' }, { figure: '500', unit: '円' }],
    [[{ figure: '10' }, { figure: '900' }]],
  ]);
});
