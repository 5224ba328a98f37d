import { seeingOf } from '../platform/access/sight.ts';
import { committeeDecider, draftOf, meetingOf, type Committee, type Meeting } from './domain/committee.ts';

/**
 * What the office is told: never why a term ended; of a meeting that was closed to the public, or whose minutes are not published,
 * neither who came nor what was said; and of what was said, only what was published in the end.
 */
export const committeeSeeing = seeingOf({
  decider: committeeDecider,
  async eyeOf({ role }, committee) {
    const seesAll = role === 'secretariat' || role === 'auditor' || role === 'member' || role === 'chair';
    return (event, { revision }) => {
      if (seesAll) return event;
      switch (event.type) {
        case 'MembershipEnded': return { ...event, reason: '' };
        case 'MeetingHeld': return publicMeeting(committee, event.meeting) === undefined ? { ...event, attendance: [] } : event;
        case 'MinutesDrafted': {
          const meeting = publicMeeting(committee, event.meeting);
          return meeting !== undefined && draftOf(meeting, event.item)?.revision === revision ? event : undefined;
        }
        default: return event;
      }
    };
  },
});

function publicMeeting(committee: Committee, id: string): Meeting | undefined {
  const meeting = committee.phase === 'absent' ? undefined : meetingOf(committee, id);
  return meeting?.minutesArePublished === true && meeting.held?.isOpen === true ? meeting : undefined;
}
