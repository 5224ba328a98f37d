import { describe, it } from '@jest/globals';
import { specify } from '../../../kernel/testing/given.ts';
import { municipalityDecider } from '../municipality.ts';
import { asking, founded } from '../office-examples.ts';
import { endAppointment } from './end-appointment.ts';

const { given } = specify(municipalityDecider);
const ending = (appointment: string, to: string) => (state: Parameters<typeof endAppointment>[1]) => endAppointment(asking({ appointment, to }), state);
const ended = { type: 'AppointmentEnded', appointment: 'nursery-1', to: '2026-06-30' } as const;

describe('end an appointment', () => {
  it('records its last day, or an earlier one than was known', () => {
    given(founded).when(ending('nursery-1', '2026-06-30')).then(ended);
    given(founded, ended).when(ending('nursery-1', '2026-05-31')).then({ ...ended, to: '2026-05-31' });
  });

  it('stays quiet when it ends so', () => {
    given(founded, ended).when(ending('nursery-1', '2026-06-30')).thenNothing();
  });

  it('refuses an appointment that there is not', () => {
    given(founded).when(ending('nowhere', '2026-06-30')).thenRejected('appointment-unknown', { appointment: 'nowhere' });
  });

  it('refuses a day that there is not, and one before the first', () => {
    given(founded).when(ending('nursery-1', '2026-06-31')).thenRejected('days-wrong');
    given(founded).when(ending('nursery-1', '2026-03-31')).thenRejected('days-wrong', { faults: [{ path: 'to', message: '2026-03-31 is before 2026-04-01' }] });
  });

  it('refuses to prolong what has an end', () => {
    given(founded).when(ending('clerk-1', '2026-04-30')).thenRejected('appointment-ended', { to: '2026-03-31' });
  });
});
