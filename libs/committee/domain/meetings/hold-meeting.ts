import type { Asked } from '../../../kernel/asked.ts';
import { isBlank } from '../../../kernel/blank.ts';
import { dayInJapan } from '../../../kernel/day.ts';
import { accept, reject } from '../../../kernel/decision.ts';
import type { Attendance } from '../committee.events.ts';
import { ofMeeting } from '../committee-verb.ts';
import { rosterOn } from '../roster.ts';

export interface HoldMeeting {
  readonly meeting: string;
  /** Whoever is not named was absent. */
  readonly attendance: readonly Attendance[];
  readonly isOpen: boolean;
  /** 非公開の理由. */
  readonly closedFor?: string;
}

/**
 * 開催の記録, of a circulation from its first day on. What was recorded before is replaced while no minutes are published.
 * In this order: 'minutes-published', 'meeting-ahead', 'attendance-wrong', 'reason-missing'.
 */
export const holdMeeting = ofMeeting(({ meeting: id, attendance, isOpen, closedFor, now }: HoldMeeting & Asked, meeting, committee) => {
  if (meeting.minutesArePublished) return reject('minutes-published');
  if (dayInJapan(now) < meeting.on) return reject('meeting-ahead', { on: meeting.on });
  const roster = new Set(rosterOn(committee, meeting.on, meeting.subgroup).map((one) => one.id));
  const wrong = attendance.filter(({ member }) => !roster.delete(member)).map(({ member }) => member);
  if (wrong.length > 0) return reject('attendance-wrong', { members: wrong });
  if (!isOpen && isBlank(closedFor)) return reject('reason-missing');
  return accept({
    type: 'MeetingHeld', meeting: id, attendance: attendance.map(({ member, way }) => ({ member, way })), isOpen,
    ...(!isOpen && closedFor !== undefined && { closedFor }),
  });
});
