import { describe, it } from '@jest/globals';
import { specify } from '../../../kernel/testing/given.ts';
import { municipalityDecider } from '../municipality.ts';
import { asking, founded, named } from '../office-examples.ts';
import { renameSection } from './rename-section.ts';

const { given } = specify(municipalityDecider);
const command = { section: 'promotion', name: named('経済課'), fromYear: 2026 };
const recorded = { type: 'SectionRenamed', ...command } as const;

describe('rename a section', () => {
  it('records the name and its year', () => {
    given(founded).when((state) => renameSection(asking(command), state)).then(recorded);
  });

  it('stays quiet when it is called so', () => {
    given(founded, recorded).when((state) => renameSection(asking(command), state)).thenNothing();
  });

  it('refuses a section that there is not, or not any more', () => {
    given(founded).when((state) => renameSection(asking({ ...command, section: 'industry' }), state)).thenRejected('section-unknown');
    given(founded, { type: 'SectionAbolished', section: 'promotion', fromYear: 2026, posts: [] })
      .when((state) => renameSection(asking(command), state)).thenRejected('section-abolished');
  });

  it('refuses years too far ahead, and such as lie behind what happened last', () => {
    given(founded).when((state) => renameSection(asking({ ...command, fromYear: 2028 }), state)).thenRejected('year-not-begun');
    given(founded, { type: 'SectionMoved', section: 'promotion', department: 'welfare', fromYear: 2026 })
      .when((state) => renameSection(asking({ ...command, fromYear: 2025 }), state)).thenRejected('year-too-early');
  });
});
