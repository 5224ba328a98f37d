import { describe, it } from '@jest/globals';
import { asked, specify } from '../../kernel/testing/given.ts';
import { found, type FoundMunicipality } from './found.ts';
import { municipalityDecider } from './municipality.ts';
import type { MunicipalityFounded } from './municipality.events.ts';

const { given } = specify(municipalityDecider);

const office: FoundMunicipality = {
  name: { ja: 'みほん市（架空）', en: 'Mihon City (fictitious)' },
  demonstration: true,
  departments: [{ id: 'industry', name: { ja: '産業部', en: 'Industry' } }],
  sections: [{ id: 'promotion', department: 'industry', name: { ja: '産業振興課', en: 'Promotion' } }],
  posts: [{ id: 'clerk', section: 'promotion', title: { ja: '主事', en: 'Clerk' }, role: 'staff' }],
  appointments: [{ id: 'clerk-1', post: 'clerk', person: 'person-1' }],
};
const founded: MunicipalityFounded = { type: 'MunicipalityFounded', ...office };

describe('found a municipality', () => {
  it('records the office as it stands', () => {
    given().when((state) => found({ ...asked, ...office }, state)).then(founded);
  });

  it('records ranks, days and words where they are said', () => {
    const more = {
      posts: [{ ...office.posts[0]!, rank: 'chief' }],
      appointments: [
        { ...office.appointments[0]!, to: '2026-03-31' }, { id: 'clerk-2', post: 'clerk', person: 'person-2', from: '2026-04-01' },
      ],
      words: { residents: { ja: '区民', en: 'residents' } },
    };
    given().when((state) => found({ ...asked, ...office, ...more }, state)).then({ ...founded, ...more });
  });

  it('refuses a second founding', () => {
    given(founded).when((state) => found({ ...asked, ...office }, state)).thenRejected('municipality-exists');
  });

  it.each<[string, Partial<FoundMunicipality>, string]>([
    ['a section of no department', { departments: [] }, 'sections[0].department'],
    ['a post of no section', { posts: [{ ...office.posts[0]!, section: 'elsewhere' }] }, 'posts[0].section'],
    ['an appointment to no post', { appointments: [{ id: 'a', post: 'elsewhere', person: 'person-1' }] }, 'appointments[0].post'],
    ['an id twice', { posts: [office.posts[0]!, office.posts[0]!] }, 'posts[1].id'],
    ['two holders of one post', {
      appointments: [office.appointments[0]!, { id: 'clerk-2', post: 'clerk', person: 'person-2' }],
    }, 'appointments[1].post'],
    ['a day that there is not', { appointments: [{ ...office.appointments[0]!, from: '2026-02-30' }] }, 'appointments[0].from'],
  ])('refuses %s and says where', (_, change, path) => {
    given().when((state) => {
      const decision = found({ ...asked, ...office, ...change }, state);
      return decision.kind === 'rejected' ? { ...decision, details: { first: (decision.details['faults'] as { path: string }[])[0]?.path } } : decision;
    }).thenRejected('founding-faulty', { first: path });
  });
});
