import { describe, it } from '@jest/globals';
import { specify } from '../../../kernel/testing/given.ts';
import { municipalityDecider } from '../municipality.ts';
import type { Appointment } from '../municipality.events.ts';
import { asking, founded } from '../office-examples.ts';
import { appoint } from './appoint.ts';

const { given } = specify(municipalityDecider);
const appointment: Appointment = { id: 'clerk-2', post: 'clerk', person: 'chiba', from: '2026-04-01', to: '2027-03-31' };
const recorded = { type: 'PersonAppointed', appointment: 'clerk-2', post: 'clerk', person: 'chiba', from: '2026-04-01', to: '2027-03-31' } as const;
/** He who asks acts under a post himself. */
const appointing = (change: Partial<Appointment> = {}) => (state: Parameters<typeof appoint>[1]) =>
  appoint(asking({ appointment: { ...appointment, ...change }, post: 'chief' }), state);

describe('appoint', () => {
  it('records the person, the post and the days, from the day after the last holder on', () => {
    given(founded).when(appointing()).then(recorded);
  });

  it('gives one person several posts', () => {
    given(founded).when(appointing({ person: 'baba' })).then({ ...recorded, person: 'baba' });
  });

  it.each<[string, Partial<Appointment>]>([
    ['from his last day on', { from: '2026-03-31' }],
    ['in the midst of his time', { from: '2025-01-01', to: '2025-01-01' }],
    ['around his time', { from: '2023-04-01', to: '2026-04-01' }],
    ['to his first day', { from: '2023-04-01', to: '2024-04-01' }],
  ])('refuses a second holder %s, and names the first', (_what, days) => {
    given(founded).when(appointing(days)).thenRejected('post-taken', { appointment: 'clerk-1', from: '2024-04-01', to: '2026-03-31' });
  });

  it('refuses any day beside a holder whose time is open', () => {
    given(founded).when(appointing({ post: 'chief', from: '2099-04-01', to: '2099-04-02' })).thenRejected('post-taken', { appointment: 'chief-1' });
  });

  it('refuses an id that was ever given', () => {
    given(founded).when(appointing({ id: 'clerk-1' })).thenRejected('id-taken', { id: 'clerk-1' });
  });

  it('refuses a post that there is not, or not any more', () => {
    given(founded).when(appointing({ post: 'nowhere' })).thenRejected('post-unknown');
    given(founded, { type: 'PostClosed', post: 'clerk', on: '2026-05-01' }).when(appointing())
      .thenRejected('post-closed', { post: 'clerk', closedOn: '2026-05-01' });
  });

  it('refuses days that there are not, and an end before the beginning', () => {
    given(founded).when(appointing({ from: '2026-02-30' })).thenRejected('days-wrong', { faults: [{ path: 'from', message: 'there is no day 2026-02-30' }] });
    given(founded).when(appointing({ to: '2026-03-31' })).thenRejected('days-wrong', { faults: [{ path: 'to', message: '2026-03-31 is before 2026-04-01' }] });
  });
});
