import type { Asked } from '../../../kernel/asked.ts';
import { accept, reject } from '../../../kernel/decision.ts';
import type { AgendaItem } from '../committee.events.ts';
import { ofMeeting } from '../committee-verb.ts';

export interface ChangeAgenda {
  readonly meeting: string;
  /** In the new order; one without an id is new. */
  readonly agenda: readonly (Omit<AgendaItem, 'id'> & { readonly id?: string })[];
}

/** In this order: 'minutes-published', 'agenda-item-unknown', 'agenda-item-has-minutes'. */
export const changeAgenda = ofMeeting((command: ChangeAgenda & Asked, meeting) => {
  const { meeting: id, agenda } = command;
  if (meeting.minutesArePublished) return reject('minutes-published');
  const kept = agenda.map((item) => item.id).filter((item) => item !== undefined);
  const unknown = kept.filter((item, index) => kept.indexOf(item) < index || !meeting.agenda.some((one) => one.id === item));
  if (unknown.length > 0) return reject('agenda-item-unknown', { items: unknown });
  const dropped = Object.keys(meeting.minutes).filter((item) => !kept.includes(item));
  if (dropped.length > 0) return reject('agenda-item-has-minutes', { items: dropped });
  const changed = agenda.map(({ id: item, title, sheet }, index) =>
    ({ id: item ?? command.newId(`item ${index}`), title, ...(sheet !== undefined && { sheet }) }));
  return accept({ type: 'AgendaChanged', meeting: id, agenda: changed });
});
