import { describe, expect, it } from '@jest/globals';
import { asked, specify } from '../../kernel/testing/given.ts';
import { adopt, type AdoptScheme } from './adopt.ts';
import { formOf, schemeDecider } from './scheme.ts';
import type { SchemeAdopted } from './scheme.events.ts';

const { given } = specify(schemeDecider);

const label = { ja: '達成度', en: 'Attainment' };
const scheme: AdoptScheme = {
  levels: [{ id: 'measure', name: { ja: '施策', en: 'Measure' } }],
  scales: [{ id: 'attainment', name: label, grades: [{ id: 'a', label }, { id: 'b', label }] }],
  sheetTypes: [{
    id: 'measure-sheet', name: label, level: 'measure',
    fields: [{ id: 'rating', kind: 'rating', scale: 'attainment', label, required: true }],
  }],
};
const adopted = (schemeVersion: number): SchemeAdopted => ({ type: 'SchemeAdopted', schemeVersion, ...scheme });

describe('adopt a scheme', () => {
  it('records it as the first version, then as the next', () => {
    given().when((state) => adopt({ ...asked, ...scheme }, state)).then(adopted(1));
    given(adopted(1)).when((state) => adopt({ ...asked, ...scheme }, state)).then(adopted(2));
  });

  it('keeps every version, so that a sheet finds the form it was opened with', () => {
    const changed = { ...adopted(2), sheetTypes: [] };
    const state = given(adopted(1), changed).state();
    expect(formOf(state, 1, 'measure-sheet')?.sheetType.fields).toHaveLength(1);
    expect(formOf(state, 2, 'measure-sheet')).toBeUndefined();
  });

  it('names every fault by its path', () => {
    const [type] = scheme.sheetTypes;
    const faulty: AdoptScheme = {
      levels: [...scheme.levels, ...scheme.levels],
      scales: [{ id: 'attainment', name: label, grades: [{ id: 'a', label }, { id: 'a', label }] }],
      sheetTypes: [
        { ...type!, fields: [{ ...type!.fields[0]!, scale: 'elsewhere' } as never, type!.fields[0]!] },
        { ...type!, level: 'elsewhere', fields: [{ ...type!.fields[0]!, id: 'constructor' }] },
      ],
    };
    given().when((state) => adopt({ ...asked, ...faulty }, state)).thenRejected('scheme-faulty', {
      faults: [
        { path: 'levels[1].id', message: 'measure is there already' },
        { path: 'scales[0].grades[1].id', message: 'a is there already' },
        { path: 'sheetTypes[1].id', message: 'measure-sheet is there already' },
        { path: 'sheetTypes[1].level', message: 'there is no elsewhere' },
        { path: 'sheetTypes[0].fields[1].id', message: 'rating is there already' },
        { path: 'sheetTypes[0].fields[0].scale', message: 'there is no elsewhere' },
        { path: 'sheetTypes[1].fields[0].id', message: 'constructor cannot be the name of a field' },
      ],
    });
  });
});
