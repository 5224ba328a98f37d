import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { ReceiptBody } from '../../platform/http/answers.ts';
import { AtTheDesk, Desk, Does } from '../../platform/http/desk.ts';
import { NoBody } from '../../platform/http/input-pipe.ts';
import { sheetStream } from '../domain/sheet.ts';
import { ConfirmOpinion, EnterOpinion, ExcludeMember, GiveOpinion, RecuseOneself, WithdrawOpinion } from '../second-evaluation.commands.ts';
import { ConfirmOpinionBody, EnterOpinionBody, ExcludeBody, GiveOpinionBody, RecuseBody } from './second-evaluation.bodies.ts';

@ApiTags('二次評価 Second evaluation')
@ApiParam({ name: 'municipality', type: String })
@ApiParam({ name: 'sheet', type: String })
@ApiOkResponse({ type: ReceiptBody })
@Controller('api/:municipality/sheets/:sheet')
export class OpinionsController {
  @Post('recuse')
  @HttpCode(200)
  @Does(RecuseOneself, '回避 Keep out of a sheet')
  recuse(@AtTheDesk() desk: Desk, @Param('sheet') sheet: string, @Body() body: RecuseBody) {
    return desk.do(RecuseOneself, sheetStream(desk.municipality, sheet), body);
  }

  @Post('exclude')
  @HttpCode(200)
  @Does(ExcludeMember, '除斥 Keep a member out of a sheet')
  exclude(@AtTheDesk() desk: Desk, @Param('sheet') sheet: string, @Body() body: ExcludeBody) {
    return desk.do(ExcludeMember, sheetStream(desk.municipality, sheet), body);
  }

  @Post('opinion')
  @HttpCode(200)
  @Does(GiveOpinion, '意見の提出・修正 Give one’s opinion, or revise it')
  give(@AtTheDesk() desk: Desk, @Param('sheet') sheet: string, @Body() body: GiveOpinionBody) {
    return desk.do(GiveOpinion, sheetStream(desk.municipality, sheet), body);
  }

  @Post('opinion/withdraw')
  @HttpCode(200)
  @Does(WithdrawOpinion, '意見の取下げ Withdraw one’s opinion')
  withdraw(@AtTheDesk() desk: Desk, @Param('sheet') sheet: string, @Body() body: NoBody) {
    return desk.do(WithdrawOpinion, sheetStream(desk.municipality, sheet), body);
  }

  @Post('opinion/enter')
  @HttpCode(200)
  @Does(EnterOpinion, '意見の代理入力 Enter an opinion for a member')
  enter(@AtTheDesk() desk: Desk, @Param('sheet') sheet: string, @Body() body: EnterOpinionBody) {
    return desk.do(EnterOpinion, sheetStream(desk.municipality, sheet), body);
  }

  @Post('opinion/confirm')
  @HttpCode(200)
  @Does(ConfirmOpinion, '意見の確認 Confirm an opinion')
  confirm(@AtTheDesk() desk: Desk, @Param('sheet') sheet: string, @Body() body: ConfirmOpinionBody) {
    return desk.do(ConfirmOpinion, sheetStream(desk.municipality, sheet), body);
  }
}
