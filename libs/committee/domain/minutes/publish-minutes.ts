import { isBlank } from '../../../kernel/blank.ts';
import { accept, reject } from '../../../kernel/decision.ts';
import { draftOf, type Meeting } from '../committee.ts';
import { ofMeeting } from '../committee-verb.ts';
import { presentAt } from '../roster.ts';

export interface PublishMinutes {
  readonly meeting: string;
  /** Why they are published although somebody who was present has not found all of it right. */
  readonly reason?: string;
}

/**
 * 会議録の公表: when there is a draft of every item, and everybody who was present has found each of them right, or it is said why
 * they are published without. In this order: 'meeting-not-held', 'minutes-missing', 'minutes-unchecked'.
 */
export const publishMinutes = ofMeeting(({ meeting: id, reason }: PublishMinutes, meeting) => {
  if (meeting.minutesArePublished) return accept();
  if (meeting.held === undefined) return reject('meeting-not-held');
  const missing = meeting.agenda.filter((item) => draftOf(meeting, item.id) === undefined).map((item) => item.id);
  if (missing.length > 0) return reject('minutes-missing', { items: missing });
  const unchecked = uncheckedIn(meeting);
  if (unchecked.length > 0 && isBlank(reason)) return reject('minutes-unchecked', { unchecked });
  return accept({ type: 'MinutesPublished', meeting: id, ...(unchecked.length > 0 && reason !== undefined && { reason }) });
});

/** By item: who was present and has not found it right. */
function uncheckedIn(meeting: Meeting): readonly { readonly item: string; readonly members: readonly string[] }[] {
  return meeting.agenda.flatMap(({ id: item }) => {
    const right = new Set(draftOf(meeting, item)?.checks.filter(({ remark }) => remark === undefined).map(({ member }) => member));
    const members = presentAt(meeting).filter((member) => !right.has(member));
    return members.length === 0 ? [] : [{ item, members }];
  });
}
