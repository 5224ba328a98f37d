import type { Asked } from '../../kernel/asked.ts';
import { reject, type Decision } from '../../kernel/decision.ts';
import { meetingOf, type Committee, type FoundedCommittee, type Meeting } from './committee.ts';
import type { CommitteeEvent } from './committee.events.ts';
import type { CommitteeRejection } from './committee.rejections.ts';

export type CommitteeDecision = Decision<CommitteeEvent, CommitteeRejection>;

/** A verb of a committee that is there. */
export function ofCommittee<Body extends object, Facts = undefined>(
  decide: (command: Body & Asked, committee: FoundedCommittee, facts: Facts) => CommitteeDecision,
) {
  return (command: Body & Asked, committee: Committee, facts: Facts): CommitteeDecision => {
    // The runner lets only the founding come to a committee that is not there.
    if (committee.phase === 'absent') throw new Error('no committee');
    return decide(command, committee, facts);
  };
}

/** A verb of one meeting; before it looks at anything, it is refused when there is none, or it was cancelled. */
export function ofMeeting<Body extends { readonly meeting: string }>(
  decide: (command: Body & Asked, meeting: Meeting, committee: FoundedCommittee) => CommitteeDecision,
) {
  return ofCommittee((command: Body & Asked, committee) => {
    const meeting = meetingOf(committee, command.meeting);
    if (meeting === undefined) return reject('unknown');
    if (meeting.cancelledFor !== undefined) return reject('meeting-cancelled', { reason: meeting.cancelledFor });
    return decide(command, meeting, committee);
  });
}
