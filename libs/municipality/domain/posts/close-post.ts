import type { Asked } from '../../../kernel/asked.ts';
import { dayInJapan } from '../../../kernel/day.ts';
import { accept, reject, type Decision } from '../../../kernel/decision.ts';
import type { MunicipalityEvent } from '../municipality.events.ts';
import { isOpen } from '../office.ts';
import { inOffice } from '../office-verb.ts';

export interface ClosePost {
  readonly id: string;
}

/** In this order: the first that holds is told. */
export type ClosePostRejection = 'post-unknown' | 'post-held';

/** Nobody will hold it again; whoever holds it, or is to hold it, is ended before. */
export const closePost = inOffice(({ id, now }: ClosePost & Asked, office): Decision<MunicipalityEvent, ClosePostRejection> => {
  const closed = office.posts.find((one) => one.id === id);
  if (closed === undefined) return reject('post-unknown', { post: id });
  if (!isOpen(closed)) return accept();
  const today = dayInJapan(now);
  const held = office.appointments.filter((one) => one.post === id && (one.to === undefined || one.to > today));
  if (held.length > 0) return reject('post-held', { appointments: held.map((one) => one.id) });
  return accept({ type: 'PostClosed', post: id, on: today });
});
