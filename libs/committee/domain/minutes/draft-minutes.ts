import { accept, reject } from '../../../kernel/decision.ts';
import { draftOf } from '../committee.ts';
import { ofMeeting } from '../committee-verb.ts';

export interface DraftMinutes {
  readonly meeting: string;
  readonly item: string;
  readonly text: string;
}

/**
 * 会議録の案. A new draft is checked anew: what was said of the one before does not count for it.
 * In this order: 'meeting-not-held', 'minutes-published', 'agenda-item-unknown'.
 */
export const draftMinutes = ofMeeting(({ meeting: id, item, text }: DraftMinutes, meeting) => {
  if (meeting.held === undefined) return reject('meeting-not-held');
  if (meeting.minutesArePublished) return reject('minutes-published');
  if (!meeting.agenda.some((one) => one.id === item)) return reject('agenda-item-unknown', { items: [item] });
  if (draftOf(meeting, item)?.text === text) return accept();
  return accept({ type: 'MinutesDrafted', meeting: id, item, text });
});
