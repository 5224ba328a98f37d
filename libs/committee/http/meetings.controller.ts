import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { ReceiptBody } from '../../platform/http/answers.ts';
import { Asks, AtTheDesk, Desk, Does } from '../../platform/http/desk.ts';
import {
  CallMeeting, CancelMeeting, ChangeAgenda, CheckMinutes, DraftMinutes, HoldMeeting, PublishMinutes,
} from '../commands.ts';
import { committeeStream } from '../domain/committee.ts';
import { ListMeetings, ReadMeeting } from '../reads/read-meetings.ts';
import {
  CallMeetingBody, CancelMeetingBody, ChangeAgendaBody, CheckMinutesBody, DraftMinutesBody, HoldMeetingBody, PublishMinutesBody,
} from './committee.bodies.ts';

@ApiTags('委員会の会議 Meetings of a committee')
@ApiParam({ name: 'municipality', type: String })
@Controller('api/:municipality/committees/:committee/meetings')
export class MeetingsController {
  @Get()
  @Asks(ListMeetings, '会議の一覧 List meetings')
  list(@AtTheDesk() desk: Desk, @Param('committee') committee: string) {
    return desk.ask(ListMeetings, { committee });
  }

  @Get(':meeting')
  @Asks(ReadMeeting, '会議を見る Read a meeting')
  read(@AtTheDesk() desk: Desk, @Param('committee') committee: string, @Param('meeting') meeting: string) {
    return desk.ask(ReadMeeting, { committee, meeting });
  }

  @Post()
  @Does(CallMeeting, '会議を招集する Call a meeting or a circulation')
  @ApiCreatedResponse({ type: ReceiptBody })
  call(@AtTheDesk() desk: Desk, @Param('committee') committee: string, @Body() body: CallMeetingBody) {
    return desk.do(CallMeeting, committeeStream(desk.municipality, committee), body);
  }

  @Post(':meeting/agenda')
  @HttpCode(200)
  @Does(ChangeAgenda, '次第を変更する Change the agenda')
  @ApiOkResponse({ type: ReceiptBody })
  changeAgenda(@AtTheDesk() desk: Desk, @Param('committee') committee: string, @Param('meeting') meeting: string, @Body() { ...body }: ChangeAgendaBody) {
    return desk.do(ChangeAgenda, committeeStream(desk.municipality, committee), { meeting, ...body });
  }

  @Post(':meeting/cancel')
  @HttpCode(200)
  @Does(CancelMeeting, '会議を中止する Cancel a meeting, with a reason')
  @ApiOkResponse({ type: ReceiptBody })
  cancel(@AtTheDesk() desk: Desk, @Param('committee') committee: string, @Param('meeting') meeting: string, @Body() { ...body }: CancelMeetingBody) {
    return desk.do(CancelMeeting, committeeStream(desk.municipality, committee), { meeting, ...body });
  }

  @Post(':meeting/hold')
  @HttpCode(200)
  @Does(HoldMeeting, '開催と出席を記録する Record that it was held, and who came')
  @ApiOkResponse({ type: ReceiptBody })
  hold(@AtTheDesk() desk: Desk, @Param('committee') committee: string, @Param('meeting') meeting: string, @Body() { ...body }: HoldMeetingBody) {
    return desk.do(HoldMeeting, committeeStream(desk.municipality, committee), { meeting, ...body });
  }

  @Post(':meeting/minutes')
  @HttpCode(200)
  @Does(DraftMinutes, '会議録の案を作る Draft the minutes of an item')
  @ApiOkResponse({ type: ReceiptBody })
  draftMinutes(@AtTheDesk() desk: Desk, @Param('committee') committee: string, @Param('meeting') meeting: string, @Body() { ...body }: DraftMinutesBody) {
    return desk.do(DraftMinutes, committeeStream(desk.municipality, committee), { meeting, ...body });
  }

  @Post(':meeting/minutes/check')
  @HttpCode(200)
  @Does(CheckMinutes, '会議録を確認する Check the minutes of an item')
  @ApiOkResponse({ type: ReceiptBody })
  checkMinutes(@AtTheDesk() desk: Desk, @Param('committee') committee: string, @Param('meeting') meeting: string, @Body() { ...body }: CheckMinutesBody) {
    return desk.do(CheckMinutes, committeeStream(desk.municipality, committee), { meeting, ...body });
  }

  @Post(':meeting/publish-minutes')
  @HttpCode(200)
  @Does(PublishMinutes, '会議録を公表する Publish the minutes')
  @ApiOkResponse({ type: ReceiptBody })
  publishMinutes(@AtTheDesk() desk: Desk, @Param('committee') committee: string, @Param('meeting') meeting: string, @Body() { ...body }: PublishMinutesBody) {
    return desk.do(PublishMinutes, committeeStream(desk.municipality, committee), { meeting, ...body });
  }
}
