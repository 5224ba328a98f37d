import { describe, expect, it } from '@jest/globals';
import { specify } from '../../../kernel/testing/given.ts';
import { municipalityDecider } from '../municipality.ts';
import { asking, founded } from '../office-examples.ts';
import { moveSection } from './move-section.ts';

const { given } = specify(municipalityDecider);
const command = { section: 'promotion', department: 'welfare', fromYear: 2026 };
const recorded = { type: 'SectionMoved', ...command } as const;

describe('move a section', () => {
  it('records its new department, and keeps the old one for its past', () => {
    given(founded).when((state) => moveSection(asking(command), state)).then(recorded);
    expect(given(founded, recorded).state()).toMatchObject({
      sections: [{ department: 'welfare', departments: [{ department: 'industry' }, { fromYear: 2026, department: 'welfare' }] }, {}, {}],
    });
  });

  it('stays quiet when it is there', () => {
    given(founded, recorded).when((state) => moveSection(asking(command), state)).thenNothing();
  });

  it('refuses sections and departments that there are not', () => {
    given(founded).when((state) => moveSection(asking({ ...command, section: 'nowhere' }), state)).thenRejected('section-unknown');
    given(founded).when((state) => moveSection(asking({ ...command, department: 'nowhere' }), state)).thenRejected('department-unknown');
  });

  it('refuses a year that has not begun, and one behind the last move', () => {
    given(founded).when((state) => moveSection(asking({ ...command, fromYear: 2027 }), state)).thenRejected('year-not-begun');
    given(founded, recorded).when((state) => moveSection(asking({ ...command, department: 'industry', fromYear: 2025 }), state))
      .thenRejected('year-too-early');
  });
});
