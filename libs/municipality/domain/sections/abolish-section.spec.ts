import { describe, expect, it } from '@jest/globals';
import { specify } from '../../../kernel/testing/given.ts';
import { municipalityDecider } from '../municipality.ts';
import { asking, founded, named } from '../office-examples.ts';
import { abolishSection } from './abolish-section.ts';

const { given } = specify(municipalityDecider);
const command = { section: 'promotion', fromYear: 2026, postsTo: 'tourism' };
const recorded = { type: 'SectionAbolished', ...command, posts: ['clerk', 'chief'] } as const;

describe('abolish a section', () => {
  it('records where its open posts go', () => {
    given(founded).when((state) => abolishSection(asking(command), state)).then(recorded);
    expect(given(founded, recorded).state()).toMatchObject({
      sections: [{ abolishedFrom: 2026 }, {}, {}], posts: [{ section: 'tourism' }, { section: 'tourism' }, {}, {}],
    });
  });

  it('needs no place for the posts of one that has none', () => {
    given(founded, { type: 'SectionFounded', section: 'labour', department: 'industry', name: named('労政課'), fromYear: 2026 })
      .when((state) => abolishSection(asking({ section: 'labour', fromYear: 2026 }), state))
      .then({ type: 'SectionAbolished', section: 'labour', fromYear: 2026, posts: [] });
  });

  it('refuses to leave posts behind, and names them', () => {
    given(founded).when((state) => abolishSection(asking({ section: 'promotion', fromYear: 2026 }), state))
      .thenRejected('section-has-posts', { posts: ['clerk', 'chief'] });
  });

  it('refuses sections that are not there, or the very one', () => {
    given(founded, recorded).when((state) => abolishSection(asking(command), state)).thenRejected('section-abolished');
    given(founded).when((state) => abolishSection(asking({ ...command, postsTo: 'nowhere' }), state)).thenRejected('section-unknown');
    given(founded).when((state) => abolishSection(asking({ ...command, postsTo: 'promotion' }), state)).thenRejected('goes-into-itself');
  });

  it('refuses a year that has not begun, and one behind what happened last', () => {
    given(founded).when((state) => abolishSection(asking({ ...command, fromYear: 2027 }), state)).thenRejected('year-not-begun');
    given(founded, { type: 'SectionRenamed', section: 'promotion', name: named('経済課'), fromYear: 2026 })
      .when((state) => abolishSection(asking({ ...command, fromYear: 2025 }), state)).thenRejected('year-too-early');
  });
});
