import { describe, expect, it } from '@jest/globals';
import { specify } from '../../../kernel/testing/given.ts';
import { municipalityDecider } from '../municipality.ts';
import { asking, founded } from '../office-examples.ts';
import { mergeSections } from './merge-sections.ts';

const { given } = specify(municipalityDecider);
const command = { sections: ['promotion', 'childcare'], into: 'tourism', fromYear: 2026 };
const recorded = { type: 'SectionsMerged', ...command, posts: ['clerk', 'chief', 'nursery-chief'] } as const;

describe('merge sections', () => {
  it('records which ended, in which, and the open posts that go with them', () => {
    given(founded).when((state) => mergeSections(asking(command), state)).then(recorded);
    expect(given(founded, recorded).state()).toMatchObject({
      sections: [{ abolishedFrom: 2026, mergedInto: 'tourism' }, {}, { abolishedFrom: 2026 }],
      posts: [{ section: 'tourism' }, { section: 'tourism' }, { section: 'tourism' }, { section: 'tourism' }],
    });
  });

  it('leaves closed posts in their past', () => {
    given(founded, { type: 'PostClosed', post: 'clerk', on: '2026-05-01' })
      .when((state) => mergeSections(asking(command), state)).then({ ...recorded, posts: ['chief', 'nursery-chief'] });
  });

  it('refuses what is not there, what ended before, and what would become part of itself', () => {
    given(founded).when((state) => mergeSections(asking({ ...command, sections: ['nowhere'] }), state)).thenRejected('section-unknown');
    given(founded, recorded).when((state) => mergeSections(asking(command), state))
      .thenRejected('section-abolished', { section: 'promotion', abolishedFrom: 2026, mergedInto: 'tourism' });
    given(founded).when((state) => mergeSections(asking({ ...command, into: 'promotion' }), state)).thenRejected('goes-into-itself');
  });

  it('refuses a year that has not begun, and one behind what happened last', () => {
    given(founded).when((state) => mergeSections(asking({ ...command, fromYear: 2027 }), state)).thenRejected('year-not-begun');
    given(founded, { type: 'SectionMoved', section: 'childcare', department: 'industry', fromYear: 2026 })
      .when((state) => mergeSections(asking({ ...command, fromYear: 2025 }), state)).thenRejected('year-too-early');
  });
});
