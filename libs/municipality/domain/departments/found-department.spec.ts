import { describe, it } from '@jest/globals';
import { specify } from '../../../kernel/testing/given.ts';
import { municipalityDecider } from '../municipality.ts';
import type { DepartmentFounded } from '../municipality.events.ts';
import { asking, founded, named } from '../office-examples.ts';
import { foundDepartment } from './found-department.ts';

const { given } = specify(municipalityDecider);
const command = { id: 'planning', name: named('企画部'), fromYear: 2026 };
const recorded: DepartmentFounded = { type: 'DepartmentFounded', department: 'planning', name: named('企画部'), fromYear: 2026 };

describe('found a department', () => {
  it('records it with its first year, which may be the next one', () => {
    given(founded).when((state) => foundDepartment(asking(command), state)).then(recorded);
    given(founded).when((state) => foundDepartment(asking({ ...command, fromYear: 2027 }), state)).then({ ...recorded, fromYear: 2027 });
  });

  it('refuses an id that was ever given', () => {
    given(founded, recorded, { type: 'DepartmentAbolished', department: 'planning', fromYear: 2026, sections: [] })
      .when((state) => foundDepartment(asking(command), state)).thenRejected('id-taken', { id: 'planning' });
  });

  it('refuses a year that is too far ahead', () => {
    given(founded).when((state) => foundDepartment(asking({ ...command, fromYear: 2028 }), state))
      .thenRejected('year-not-begun', { fromYear: 2028, latest: 2027 });
  });

  it('refuses everything once the municipality is closed', () => {
    given(founded, { type: 'MunicipalityClosed' }).when((state) => foundDepartment(asking(command), state)).thenRejected('municipality-closed');
  });
});
