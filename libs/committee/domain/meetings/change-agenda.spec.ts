import { describe, it } from '@jest/globals';
import { specify } from '../../../kernel/testing/given.ts';
import { committeeDecider } from '../committee.ts';
import { asking, called, drafted, untilHeld, withMembers } from '../committee-examples.ts';
import { changeAgenda } from './change-agenda.ts';

const { given } = specify(committeeDecider);
const cancelled = { type: 'MeetingCancelled', meeting: 'first', reason: '台風のため' } as const;
const changing = (agenda: Parameters<typeof changeAgenda>[0]['agenda'], meeting = 'first') => (state: Parameters<typeof changeAgenda>[1]) =>
  changeAgenda(asking({ meeting, agenda }), state, undefined);
const kept = { id: 'measure', title: '施策1と2', sheet: '2026-1' };

describe('change the agenda', () => {
  it('records the new order, keeps the ids of what stays, and gives ids to what is new', () => {
    given(...withMembers, called).when(changing([kept, { title: 'その他' }]))
      .then({ type: 'AgendaChanged', meeting: 'first', agenda: [kept, { id: 'id of item 1', title: 'その他' }] });
  });

  it('refuses an item that is not on it, or named twice', () => {
    given(...withMembers, called).when(changing([{ id: 'nothing', title: 'その他' }])).thenRejected('agenda-item-unknown', { items: ['nothing'] });
    given(...withMembers, called).when(changing([kept, kept])).thenRejected('agenda-item-unknown', { items: ['measure'] });
  });

  it('refuses to drop what there are minutes of, and any change once they are published', () => {
    given(...untilHeld, drafted('greeting')).when(changing([kept])).thenRejected('agenda-item-has-minutes', { items: ['greeting'] });
    given(...untilHeld, { type: 'MinutesPublished', meeting: 'first' }).when(changing([kept])).thenRejected('minutes-published');
  });

  it('refuses a meeting that there is not, or that was cancelled', () => {
    given(...withMembers, called).when(changing([kept], 'constructor')).thenRejected('unknown');
    given(...withMembers, called, cancelled).when(changing([kept])).thenRejected('meeting-cancelled', { reason: '台風のため' });
  });
});
