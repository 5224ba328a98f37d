import { describe, it } from '@jest/globals';
import { specify } from '../../../kernel/testing/given.ts';
import { municipalityDecider } from '../municipality.ts';
import { asking, founded, named } from '../office-examples.ts';
import { createPost } from './create-post.ts';

const { given } = specify(municipalityDecider);
const created = { id: 'manager', section: 'promotion', title: named('課長'), role: 'approver', rank: 'manager' } as const;
const { id: post, ...rest } = created;
const recorded = { type: 'PostCreated', post, ...rest } as const;
/** He who asks acts under a post himself. */
const asAdmin = <Body extends object>(body: Body) => asking({ ...body, post: 'clerk', role: 'admin' });

describe('create a post', () => {
  it('records it with its own role, whatever role asks', () => {
    given(founded).when((state) => createPost(asAdmin({ created }), state)).then(recorded);
  });

  it('refuses an id that was ever given, also to a post that is closed', () => {
    given(founded, { type: 'PostClosed', post: 'clerk', on: '2026-05-01' })
      .when((state) => createPost(asAdmin({ created: { ...created, id: 'clerk' } }), state)).thenRejected('id-taken', { id: 'clerk' });
  });

  it('refuses a section that there is not, or not any more', () => {
    given(founded).when((state) => createPost(asAdmin({ created: { ...created, section: 'industry' } }), state)).thenRejected('section-unknown');
    given(founded, { type: 'SectionAbolished', section: 'promotion', fromYear: 2026, posts: [] })
      .when((state) => createPost(asAdmin({ created }), state)).thenRejected('section-abolished');
  });
});
