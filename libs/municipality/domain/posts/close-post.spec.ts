import { describe, it } from '@jest/globals';
import { specify } from '../../../kernel/testing/given.ts';
import { municipalityDecider } from '../municipality.ts';
import { asking, founded } from '../office-examples.ts';
import { closePost } from './close-post.ts';

const { given } = specify(municipalityDecider);
const closed = { type: 'PostClosed', post: 'clerk', on: '2026-05-20' } as const;
const close = (id: string) => (state: Parameters<typeof closePost>[1]) => closePost(asking({ id }), state);

describe('close a post', () => {
  it('records the day, when whoever held it has gone or goes today', () => {
    given(founded).when(close('clerk')).then(closed);
    given(founded, { type: 'AppointmentEnded', appointment: 'chief-1', to: '2026-05-20' }).when(close('chief')).then({ ...closed, post: 'chief' });
  });

  it('stays quiet when it is closed', () => {
    given(founded, closed).when(close('clerk')).thenNothing();
  });

  it('refuses while somebody holds it or is to hold it, and names the appointments', () => {
    given(founded).when(close('chief')).thenRejected('post-held', { appointments: ['chief-1'] });
    given(founded, { type: 'PersonAppointed', appointment: 'clerk-2', post: 'clerk', person: 'chiba', from: '2026-07-01', to: '2026-07-31' })
      .when(close('clerk')).thenRejected('post-held', { appointments: ['clerk-2'] });
  });

  it('refuses a post that there is not', () => {
    given(founded).when(close('nowhere')).thenRejected('post-unknown', { post: 'nowhere' });
  });
});
