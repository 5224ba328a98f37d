import { describe, expect, it } from '@jest/globals';
import { specify } from '../../../kernel/testing/given.ts';
import { municipalityDecider } from '../municipality.ts';
import type { DepartmentFounded } from '../municipality.events.ts';
import { asking, founded, named } from '../office-examples.ts';
import { abolishDepartment } from './abolish-department.ts';

const { given } = specify(municipalityDecider);
const planning: DepartmentFounded = { type: 'DepartmentFounded', department: 'planning', name: named('企画部'), fromYear: 2026 };
const command = { department: 'industry', fromYear: 2026, sectionsTo: 'welfare' };
const recorded = { type: 'DepartmentAbolished', ...command, sections: ['promotion', 'tourism'] } as const;

describe('abolish a department', () => {
  it('records where its sections go', () => {
    given(founded).when((state) => abolishDepartment(asking(command), state)).then(recorded);
    expect(given(founded, recorded).state()).toMatchObject({ sections: [{ department: 'welfare' }, { department: 'welfare' }, {}] });
  });

  it('needs no place for the sections of one that has none', () => {
    given(founded, planning).when((state) => abolishDepartment(asking({ department: 'planning', fromYear: 2026 }), state))
      .then({ type: 'DepartmentAbolished', department: 'planning', fromYear: 2026, sections: [] });
  });

  it('refuses to leave sections behind, and names them', () => {
    given(founded).when((state) => abolishDepartment(asking({ department: 'industry', fromYear: 2026 }), state))
      .thenRejected('department-has-sections', { sections: ['promotion', 'tourism'] });
  });

  it('refuses departments that are not there, or the very one', () => {
    given(founded).when((state) => abolishDepartment(asking({ ...command, sectionsTo: 'planning' }), state)).thenRejected('department-unknown');
    given(founded, recorded).when((state) => abolishDepartment(asking(command), state)).thenRejected('department-abolished');
    given(founded).when((state) => abolishDepartment(asking({ ...command, sectionsTo: 'industry' }), state)).thenRejected('goes-into-itself');
  });

  it('refuses a year that has not begun, and one before the department', () => {
    given(founded).when((state) => abolishDepartment(asking({ ...command, fromYear: 2027 }), state)).thenRejected('year-not-begun');
    given(founded, planning).when((state) => abolishDepartment(asking({ department: 'planning', fromYear: 2025 }), state))
      .thenRejected('year-too-early');
  });
});
