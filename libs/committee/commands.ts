import type { BelongsTo } from '../platform/access/access-table.ts';
import { commandOf, noFacts, type FactReader } from '../platform/commands/verb.ts';
import { municipalityDecider, municipalityStream, type FoundedMunicipality } from '../municipality/domain/municipality.ts';
import { isLiving } from '../municipality/domain/office.ts';
import { committeeDecider, type Committee } from './domain/committee.ts';
import { found } from './domain/found.ts';
import { callMeeting } from './domain/meetings/call-meeting.ts';
import { cancelMeeting } from './domain/meetings/cancel-meeting.ts';
import { changeAgenda } from './domain/meetings/change-agenda.ts';
import { holdMeeting } from './domain/meetings/hold-meeting.ts';
import { appointMember, type AppointMember as AppointMemberBody, type AppointMemberFacts } from './domain/members/appoint-member.ts';
import { assignSheets } from './domain/members/assign-sheets.ts';
import { declareConflict, type Conflict, type DeclareConflictFacts } from './domain/members/declare-conflict.ts';
import { electChair } from './domain/members/elect-chair.ts';
import { endMembership } from './domain/members/end-membership.ts';
import { formSubgroup } from './domain/members/form-subgroup.ts';
import { liftConflict } from './domain/members/lift-conflict.ts';
import { checkMinutes } from './domain/minutes/check-minutes.ts';
import { draftMinutes } from './domain/minutes/draft-minutes.ts';
import { publishMinutes } from './domain/minutes/publish-minutes.ts';
import { setQuorum } from './domain/set-quorum.ts';

interface Here {
  readonly municipality: string;
}

const ofCommittee = { decider: committeeDecider, belongsTo };
const withoutFacts = { ...ofCommittee, facts: noFacts };

export const FoundCommittee = commandOf({ name: 'committee.found', decider: committeeDecider, opens: true, facts: noFacts, decide: found });

export const AppointMember = commandOf({
  ...ofCommittee,
  name: 'committee.appoint-member',
  async facts(reader, { municipality }: AppointMemberBody & Here): Promise<AppointMemberFacts> {
    const { appointments } = await officeOf(reader, municipality);
    return { officePeople: new Set(appointments.map(({ person }) => person)) };
  },
  decide: appointMember,
});

export const DeclareConflict = commandOf({
  ...ofCommittee,
  name: 'committee.declare-conflict',
  async facts(reader, { municipality }: Conflict & Here): Promise<DeclareConflictFacts> {
    const { sections } = await officeOf(reader, municipality);
    return { sections: new Set(sections.filter(isLiving).map(({ id }) => id)) };
  },
  decide: declareConflict,
});

export const SetQuorum = commandOf({ ...withoutFacts, name: 'committee.set-quorum', decide: setQuorum });
export const EndMembership = commandOf({ ...withoutFacts, name: 'committee.end-membership', decide: endMembership });
export const ElectChair = commandOf({ ...withoutFacts, name: 'committee.elect-chair', decide: electChair });
export const FormSubgroup = commandOf({ ...withoutFacts, name: 'committee.form-subgroup', decide: formSubgroup });
export const LiftConflict = commandOf({ ...withoutFacts, name: 'committee.lift-conflict', decide: liftConflict });
export const AssignSheets = commandOf({ ...withoutFacts, name: 'committee.assign-sheets', decide: assignSheets });

export const CallMeeting = commandOf({ ...withoutFacts, name: 'committee.call-meeting', decide: callMeeting });
export const ChangeAgenda = commandOf({ ...withoutFacts, name: 'committee.change-agenda', decide: changeAgenda });
export const CancelMeeting = commandOf({ ...withoutFacts, name: 'committee.cancel-meeting', decide: cancelMeeting });
export const HoldMeeting = commandOf({ ...withoutFacts, name: 'committee.hold-meeting', decide: holdMeeting });

export const DraftMinutes = commandOf({ ...withoutFacts, name: 'committee.draft-minutes', decide: draftMinutes });
export const CheckMinutes = commandOf({ ...withoutFacts, name: 'committee.check-minutes', decide: checkMinutes });
export const PublishMinutes = commandOf({ ...withoutFacts, name: 'committee.publish-minutes', decide: publishMinutes });

/** Itself: who may do or see something as a member may do so on his own committee. */
export function belongsTo(committee: Committee): BelongsTo {
  return committee.phase === 'absent' ? {} : { committees: [committee.id] };
}

async function officeOf(reader: FactReader, municipality: string): Promise<FoundedMunicipality> {
  const { state } = await reader.fold(municipalityDecider, municipalityStream(municipality));
  if (state.phase === 'absent') throw new Error('a committee of a municipality that was never founded');
  return state;
}
