import { describe, it } from '@jest/globals';
import { specify } from '../../../kernel/testing/given.ts';
import { municipalityDecider } from '../municipality.ts';
import { asking, founded, named } from '../office-examples.ts';
import { renameDepartment } from './rename-department.ts';

const { given } = specify(municipalityDecider);
const command = { department: 'industry', name: named('産業経済部'), fromYear: 2026 };
const recorded = { type: 'DepartmentRenamed', ...command } as const;

describe('rename a department', () => {
  it('records the name and its year, which may be the next one', () => {
    given(founded).when((state) => renameDepartment(asking(command), state)).then(recorded);
    given(founded).when((state) => renameDepartment(asking({ ...command, fromYear: 2027 }), state)).then({ ...recorded, fromYear: 2027 });
  });

  it('stays quiet when it is called so', () => {
    given(founded, recorded).when((state) => renameDepartment(asking(command), state)).thenNothing();
  });

  it('refuses a department that there is not, or not any more', () => {
    given(founded).when((state) => renameDepartment(asking({ ...command, department: 'nowhere' }), state))
      .thenRejected('department-unknown', { department: 'nowhere' });
    given(founded, { type: 'DepartmentsMerged', departments: ['industry'], into: 'welfare', fromYear: 2026, sections: [] })
      .when((state) => renameDepartment(asking(command), state))
      .thenRejected('department-abolished', { department: 'industry', abolishedFrom: 2026, mergedInto: 'welfare' });
  });

  it('refuses years too far ahead, and such as lie behind the last name', () => {
    given(founded).when((state) => renameDepartment(asking({ ...command, fromYear: 2028 }), state)).thenRejected('year-not-begun');
    given(founded, recorded).when((state) => renameDepartment(asking({ ...command, name: named('経済部'), fromYear: 2025 }), state))
      .thenRejected('year-too-early', { fromYear: 2025, earliest: 2026 });
  });
});
