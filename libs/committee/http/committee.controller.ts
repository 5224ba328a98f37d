import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { ReceiptBody } from '../../platform/http/answers.ts';
import { Asks, AtTheDesk, Desk, Does } from '../../platform/http/desk.ts';
import {
  AppointMember, AssignSheets, DeclareConflict, ElectChair, EndMembership, FormSubgroup, FoundCommittee, LiftConflict, SetQuorum,
} from '../commands.ts';
import { committeeStream } from '../domain/committee.ts';
import { ListCommittees } from '../reads/committees/list-committees.ts';
import { ListOwnMemberships } from '../reads/list-own-memberships.ts';
import { ReadCommittee } from '../reads/read-committee.ts';
import {
  AppointMemberBody, AssignSheetsBody, ConflictBody, ElectChairBody, EndMembershipBody, FormSubgroupBody, FoundCommitteeBody, SetQuorumBody,
} from './committee.bodies.ts';

@ApiTags('委員会 Committees')
@ApiParam({ name: 'municipality', type: String })
@Controller('api/:municipality/committees')
export class CommitteeController {
  @Post()
  @Does(FoundCommittee, '委員会を設置する Found a committee')
  @ApiCreatedResponse({ type: ReceiptBody })
  found(@AtTheDesk() desk: Desk, @Body() { ...body }: FoundCommitteeBody) {
    const committee = desk.newId();
    return desk.do(FoundCommittee, committeeStream(desk.municipality, committee), { committee, ...body });
  }

  @Get()
  @Asks(ListCommittees, '委員会の一覧 List committees')
  list(@AtTheDesk() desk: Desk) {
    return desk.ask(ListCommittees, {});
  }

  @Get(':committee')
  @Asks(ReadCommittee, '委員会を見る Read a committee')
  read(@AtTheDesk() desk: Desk, @Param('committee') committee: string) {
    return desk.ask(ReadCommittee, { committee });
  }

  @Post(':committee/members')
  @HttpCode(200)
  @Does(AppointMember, '委員を委嘱する Appoint a member')
  @ApiOkResponse({ type: ReceiptBody })
  appoint(@AtTheDesk() desk: Desk, @Param('committee') committee: string, @Body() body: AppointMemberBody) {
    return desk.do(AppointMember, committeeStream(desk.municipality, committee), body);
  }

  @Post(':committee/members/:member/end')
  @HttpCode(200)
  @Does(EndMembership, '委員の任期を終える End a term, with a reason')
  @ApiOkResponse({ type: ReceiptBody })
  end(@AtTheDesk() desk: Desk, @Param('committee') committee: string, @Param('member') member: string, @Body() { ...body }: EndMembershipBody) {
    return desk.do(EndMembership, committeeStream(desk.municipality, committee), { member, ...body });
  }

  @Post(':committee/chair')
  @HttpCode(200)
  @Does(ElectChair, '委員長と職務代理を記録する Record who was elected to the chair')
  @ApiOkResponse({ type: ReceiptBody })
  electChair(@AtTheDesk() desk: Desk, @Param('committee') committee: string, @Body() body: ElectChairBody) {
    return desk.do(ElectChair, committeeStream(desk.municipality, committee), body);
  }

  @Post(':committee/quorum')
  @HttpCode(200)
  @Does(SetQuorum, '定足数を定める Set the quorum')
  @ApiOkResponse({ type: ReceiptBody })
  setQuorum(@AtTheDesk() desk: Desk, @Param('committee') committee: string, @Body() body: SetQuorumBody) {
    return desk.do(SetQuorum, committeeStream(desk.municipality, committee), body);
  }

  @Post(':committee/subgroups')
  @HttpCode(200)
  @Does(FormSubgroup, '部会を置く Form a sub-group')
  @ApiOkResponse({ type: ReceiptBody })
  formSubgroup(@AtTheDesk() desk: Desk, @Param('committee') committee: string, @Body() body: FormSubgroupBody) {
    return desk.do(FormSubgroup, committeeStream(desk.municipality, committee), body);
  }

  @Post(':committee/conflicts')
  @HttpCode(200)
  @Does(DeclareConflict, '利害関係を登録する Declare a standing conflict of interest')
  @ApiOkResponse({ type: ReceiptBody })
  declareConflict(@AtTheDesk() desk: Desk, @Param('committee') committee: string, @Body() body: ConflictBody) {
    return desk.do(DeclareConflict, committeeStream(desk.municipality, committee), body);
  }

  @Post(':committee/conflicts/lift')
  @HttpCode(200)
  @Does(LiftConflict, '利害関係の登録を解く Lift a standing conflict of interest')
  @ApiOkResponse({ type: ReceiptBody })
  liftConflict(@AtTheDesk() desk: Desk, @Param('committee') committee: string, @Body() body: ConflictBody) {
    return desk.do(LiftConflict, committeeStream(desk.municipality, committee), body);
  }

  @Post(':committee/assignments')
  @HttpCode(200)
  @Does(AssignSheets, '担当する評価シートを割り当てる Assign sheets to members')
  @ApiOkResponse({ type: ReceiptBody })
  assignSheets(@AtTheDesk() desk: Desk, @Param('committee') committee: string, @Body() body: AssignSheetsBody) {
    return desk.do(AssignSheets, committeeStream(desk.municipality, committee), body);
  }
}

@ApiTags('委員会 Committees')
@ApiParam({ name: 'municipality', type: String })
@Controller('api/:municipality/memberships')
export class MembershipsController {
  @Get()
  @Asks(ListOwnMemberships, '自分の委員としての任期 The memberships under which one may act')
  list(@AtTheDesk() desk: Desk) {
    return desk.ask(ListOwnMemberships, {});
  }
}
