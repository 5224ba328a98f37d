import type { Asked } from '../../../kernel/asked.ts';
import { accept, reject, type Decision } from '../../../kernel/decision.ts';
import type { Appointment, MunicipalityEvent } from '../municipality.events.ts';
import { isOpen, overlap } from '../office.ts';
import { inOffice, takenId } from '../office-verb.ts';
import { dayFaults } from './day-faults.ts';

/** The appointment stands apart, because a command says already under which post it is asked. */
export interface Appoint {
  readonly appointment: Appointment;
}

/** In this order: the first that holds is told. */
export type AppointRejection = 'id-taken' | 'post-unknown' | 'post-closed' | 'days-wrong' | 'post-taken';

/** Puts a person into a post. A post has one holder at a time; a person may hold several posts 兼務. */
export const appoint = inOffice(({ appointment }: Appoint & Asked, office): Decision<MunicipalityEvent, AppointRejection> => {
  const { id, post, person, from, to } = appointment;
  const taken = takenId(office.appointments, id);
  if (taken !== undefined) return taken;
  const meant = office.posts.find((one) => one.id === post);
  if (meant === undefined) return reject('post-unknown', { post });
  if (!isOpen(meant)) return reject('post-closed', { post, closedOn: meant.closedOn });
  const days = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
  const faults = dayFaults(days);
  if (faults.length > 0) return reject('days-wrong', { faults });
  const other = office.appointments.find((one) => one.post === post && overlap(one, days));
  if (other !== undefined) {
    return reject('post-taken', { appointment: other.id, ...(other.from && { from: other.from }), ...(other.to && { to: other.to }) });
  }
  return accept({ type: 'PersonAppointed', appointment: id, post, person, ...days });
});
