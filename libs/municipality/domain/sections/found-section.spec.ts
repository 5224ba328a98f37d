import { describe, it } from '@jest/globals';
import { specify } from '../../../kernel/testing/given.ts';
import { municipalityDecider } from '../municipality.ts';
import { asking, founded, named } from '../office-examples.ts';
import { foundSection } from './found-section.ts';

const { given } = specify(municipalityDecider);
const command = { id: 'labour', department: 'industry', name: named('労政課'), fromYear: 2027 };
const recorded = { type: 'SectionFounded', section: 'labour', department: 'industry', name: named('労政課'), fromYear: 2027 } as const;

describe('found a section', () => {
  it('records it, for the next year as well', () => {
    given(founded).when((state) => foundSection(asking(command), state)).then(recorded);
  });

  it('refuses an id that was ever given', () => {
    given(founded, recorded).when((state) => foundSection(asking(command), state)).thenRejected('id-taken');
  });

  it('refuses a department that there is not, or not any more', () => {
    given(founded).when((state) => foundSection(asking({ ...command, department: 'nowhere' }), state)).thenRejected('department-unknown');
    given(founded, { type: 'DepartmentAbolished', department: 'industry', fromYear: 2026, sections: [] })
      .when((state) => foundSection(asking(command), state)).thenRejected('department-abolished', { department: 'industry', abolishedFrom: 2026 });
  });

  it('refuses a year too far ahead, and one before its department', () => {
    given(founded).when((state) => foundSection(asking({ ...command, fromYear: 2028 }), state)).thenRejected('year-not-begun');
    given(founded, { type: 'DepartmentFounded', department: 'planning', name: named('企画部'), fromYear: 2027 })
      .when((state) => foundSection(asking({ ...command, department: 'planning', fromYear: 2026 }), state)).thenRejected('year-too-early');
  });
});
