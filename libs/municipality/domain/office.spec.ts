import { describe, expect, it } from '@jest/globals';
import { specify } from '../../kernel/testing/given.ts';
import { municipalityDecider, type FoundedMunicipality } from './municipality.ts';
import type { MunicipalityEvent } from './municipality.events.ts';
import { heldOn, holdersOn, nameInYear, postsOfRank, predecessorsOf, sectionIn, successorOf } from './office.ts';
import { founded, named } from './office-examples.ts';

const { given } = specify(municipalityDecider);

function officeAfter(...events: readonly MunicipalityEvent[]): FoundedMunicipality {
  const state = given(founded, ...events).state();
  if (state.phase === 'absent') throw new Error('no office');
  return state;
}

const idsOf = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);

describe('an office', () => {
  it('knows the sections that there are today', () => {
    const office = officeAfter(
      { type: 'SectionMoved', section: 'promotion', department: 'welfare', fromYear: 2026 },
      { type: 'SectionRenamed', section: 'promotion', name: named('経済課'), fromYear: 2026 },
      { type: 'SectionsMerged', sections: ['tourism'], into: 'promotion', fromYear: 2026, posts: ['director'] },
    );
    expect(sectionIn(office, 'promotion')).toMatchObject({ id: 'promotion', department: 'welfare', name: named('経済課') });
    expect([sectionIn(office, 'tourism'), sectionIn(office, 'industry')]).toEqual([undefined, undefined]);
  });

  it('knows who has what was a section’s: what it was merged into, and where its posts went, over several years', () => {
    const office = officeAfter(
      { type: 'SectionsMerged', sections: ['tourism'], into: 'promotion', fromYear: 2025, posts: [] },
      { type: 'SectionAbolished', section: 'promotion', fromYear: 2026, posts: [], postsTo: 'childcare' },
    );
    expect(['tourism', 'promotion', 'childcare', 'elsewhere'].map((id) => successorOf(office, id)?.id))
      .toEqual(['childcare', 'childcare', 'childcare', undefined]);
    expect(predecessorsOf(office, 'childcare')).toEqual(expect.arrayContaining(['tourism', 'promotion']));
    const ended = officeAfter({ type: 'SectionAbolished', section: 'tourism', fromYear: 2026, posts: [] });
    expect([successorOf(ended, 'tourism'), predecessorsOf(ended, 'promotion')]).toEqual([undefined, []]);
  });

  it('knows what a section was called in any year', () => {
    const { sections } = officeAfter(
      { type: 'SectionRenamed', section: 'promotion', name: named('経済課'), fromYear: 2020 },
      { type: 'SectionRenamed', section: 'promotion', name: named('商工課'), fromYear: 2026 },
      { type: 'SectionFounded', section: 'labour', department: 'industry', name: named('労政課'), fromYear: 2026 },
    );
    const [promotion, labour] = [sections[0]!, sections[3]!];
    expect([1999, 2019, 2020, 2025, 2026, 2030].map((year) => nameInYear(promotion, year).ja))
      .toEqual(['産業振興課', '産業振興課', '経済課', '経済課', '商工課', '商工課']);
    expect(nameInYear(labour, 2020)).toEqual(named('労政課'));
  });

  it('knows who holds a post on its first and last day, and nobody beside them', () => {
    const office = officeAfter();
    expect(['2024-03-31', '2024-04-01', '2026-03-31', '2026-04-01'].map((date) => idsOf(holdersOn(office, 'clerk', date))))
      .toEqual([[], ['clerk-1'], ['clerk-1'], []]);
  });

  it('knows what a person holds, the oldest first', () => {
    const office = officeAfter({ type: 'PersonAppointed', appointment: 'clerk-2', post: 'clerk', person: 'baba', from: '2026-05-01' });
    expect(['2026-03-31', '2026-04-01', '2026-05-01'].map((date) => idsOf(heldOn(office, 'baba', date))))
      .toEqual([['chief-1'], ['chief-1', 'nursery-1'], ['chief-1', 'nursery-1', 'clerk-2']]);
  });

  it('finds posts by rank in a section and in a department, and no closed ones', () => {
    const chiefs = (office: FoundedMunicipality, within: Parameters<typeof postsOfRank>[2]) => idsOf(postsOfRank(office, 'chief', within));
    const office = officeAfter();
    expect([chiefs(office, { section: 'promotion' }), chiefs(office, { section: 'tourism' }), chiefs(office, { department: 'industry' })])
      .toEqual([['chief'], [], ['chief']]);
    expect(idsOf(postsOfRank(office, 'director', { department: 'industry' }))).toEqual(['director']);
    expect(chiefs(officeAfter({ type: 'PostClosed', post: 'chief', on: '2026-05-01' }), { department: 'industry' })).toEqual([]);
    expect(chiefs(officeAfter({ type: 'SectionMoved', section: 'promotion', department: 'welfare', fromYear: 2026 }), { department: 'welfare' }))
      .toEqual(['chief', 'nursery-chief']);
  });
});
