import { isRejected, reject } from '../../kernel/decision.ts';
import { queryOf } from '../../platform/reads/question.ts';
import { meetingOf } from '../domain/committee.ts';
import { committeeAsSeen } from './committee-as-seen.ts';

/** When a committee meets, the earliest first, without what was said. */
export const ListMeetings = queryOf({
  name: 'committee.list-meetings',
  async answer({ committee: id }: { readonly committee: string }, answering) {
    const committee = await committeeAsSeen(id, answering);
    if (isRejected(committee)) return committee;
    const meetings = Object.values(committee.meetings).toSorted((one, other) => one.on.localeCompare(other.on));
    return {
      meetings: meetings.map(({ held, minutes: _minutes, ...meeting }) =>
        ({ ...meeting, isHeld: held !== undefined, isOpen: held?.isOpen })),
      revision: committee.revision,
    };
  },
});

/** One meeting: who came, and the minutes of each item of the agenda with who has found them right. */
export const ReadMeeting = queryOf({
  name: 'committee.read-meeting',
  async answer({ committee: id, meeting: asked }: { readonly committee: string; readonly meeting: string }, answering) {
    const committee = await committeeAsSeen(id, answering);
    if (isRejected(committee)) return committee;
    const meeting = meetingOf(committee, asked);
    if (meeting === undefined) return reject('unknown');
    const { nameOf } = answering;
    const minutes = Object.entries(meeting.minutes).map(([item, { by, ...draft }]) => [item, { ...draft, by: { id: by, name: nameOf(by) } }] as const);
    return { ...meeting, minutes: Object.fromEntries(minutes), revision: committee.revision };
  },
});
