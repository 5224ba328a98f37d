import { Module } from '@nestjs/common';
import { handlesCommands, handlesQueries } from '../../platform/buses.ts';
import {
  AppointMember, AssignSheets, CallMeeting, CancelMeeting, ChangeAgenda, CheckMinutes, DeclareConflict, DraftMinutes, ElectChair, EndMembership,
  FormSubgroup, FoundCommittee, HoldMeeting, LiftConflict, PublishMinutes, SetQuorum,
} from '../commands.ts';
import { ListCommittees } from '../reads/committees/list-committees.ts';
import { ListOwnMemberships } from '../reads/list-own-memberships.ts';
import { ReadCommittee } from '../reads/read-committee.ts';
import { ListMeetings, ReadMeeting } from '../reads/read-meetings.ts';
import { CommitteeController, MembershipsController } from './committee.controller.ts';
import { MeetingsController } from './meetings.controller.ts';

@Module({
  controllers: [CommitteeController, MeetingsController, MembershipsController],
  providers: [
    ...handlesCommands(
      FoundCommittee, SetQuorum, AppointMember, EndMembership, ElectChair, FormSubgroup, DeclareConflict, LiftConflict, AssignSheets,
      CallMeeting, ChangeAgenda, CancelMeeting, HoldMeeting, DraftMinutes, CheckMinutes, PublishMinutes,
    ),
    ...handlesQueries(ListCommittees, ListOwnMemberships, ReadCommittee, ListMeetings, ReadMeeting),
  ],
})
export class CommitteeModule {}
