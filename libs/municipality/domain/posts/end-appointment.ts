import type { Asked } from '../../../kernel/asked.ts';
import type { Day } from '../../../kernel/day.ts';
import { accept, reject, type Decision } from '../../../kernel/decision.ts';
import type { MunicipalityEvent } from '../municipality.events.ts';
import { inOffice } from '../office-verb.ts';
import { dayFaults } from './day-faults.ts';

export interface EndAppointment {
  readonly appointment: string;
  /** The last day on which the post is held. */
  readonly to: Day;
}

/** In this order: the first that holds is told. */
export type EndAppointmentRejection = 'appointment-unknown' | 'days-wrong' | 'appointment-ended';

/** Gives an appointment its last day, or an earlier one than it had; whoever is to stay longer is appointed again. */
export const endAppointment = inOffice(({ appointment, to }: EndAppointment & Asked, office): Decision<MunicipalityEvent, EndAppointmentRejection> => {
  const ended = office.appointments.find((one) => one.id === appointment);
  if (ended === undefined) return reject('appointment-unknown', { appointment });
  const faults = dayFaults({ ...(ended.from !== undefined && { from: ended.from }), to });
  if (faults.length > 0) return reject('days-wrong', { faults });
  if (ended.to === to) return accept();
  if (ended.to !== undefined && ended.to < to) return reject('appointment-ended', { to: ended.to });
  return accept({ type: 'AppointmentEnded', appointment, to });
});
