import { describe, expect, it } from '@jest/globals';
import { specify } from '../../../kernel/testing/given.ts';
import { municipalityDecider } from '../municipality.ts';
import type { DepartmentFounded, DepartmentsMerged } from '../municipality.events.ts';
import { asking, founded, named } from '../office-examples.ts';
import { mergeDepartments } from './merge-departments.ts';

const { given } = specify(municipalityDecider);
const planning: DepartmentFounded = { type: 'DepartmentFounded', department: 'planning', name: named('企画部'), fromYear: 2026 };
const command = { departments: ['industry', 'welfare', 'industry'], into: 'planning', fromYear: 2026 };
const recorded: DepartmentsMerged = {
  type: 'DepartmentsMerged', departments: ['industry', 'welfare'], into: 'planning', fromYear: 2026, sections: ['promotion', 'tourism', 'childcare'],
};

describe('merge departments', () => {
  it('records which ended, in which, and the sections that go with them', () => {
    given(founded, planning).when((state) => mergeDepartments(asking(command), state)).then(recorded);
    expect(given(founded, planning, recorded).state()).toMatchObject({
      departments: [{ id: 'industry', abolishedFrom: 2026, mergedInto: 'planning' }, { abolishedFrom: 2026 }, { id: 'planning' }],
      sections: [
        { id: 'promotion', department: 'planning', departments: [{ department: 'industry' }, { fromYear: 2026, department: 'planning' }] },
        { department: 'planning' }, { department: 'planning' },
      ],
    });
  });

  it('refuses what is not there, and what ended before', () => {
    given(founded).when((state) => mergeDepartments(asking(command), state)).thenRejected('department-unknown', { department: 'planning' });
    given(founded, planning, recorded).when((state) => mergeDepartments(asking(command), state)).thenRejected('department-abolished');
  });

  it('refuses a department that would become part of itself', () => {
    given(founded).when((state) => mergeDepartments(asking({ ...command, into: 'welfare' }), state))
      .thenRejected('goes-into-itself', { department: 'welfare' });
  });

  it('refuses a year that has not begun, and one before the new department', () => {
    given(founded, planning).when((state) => mergeDepartments(asking({ ...command, fromYear: 2027 }), state))
      .thenRejected('year-not-begun', { fromYear: 2027, latest: 2026 });
    given(founded, planning).when((state) => mergeDepartments(asking({ ...command, fromYear: 2025 }), state))
      .thenRejected('year-too-early', { fromYear: 2025, earliest: 2026 });
  });
});
