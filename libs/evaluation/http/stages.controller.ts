import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { ReceiptBody } from '../../platform/http/answers.ts';
import { AtTheDesk, Desk, Does } from '../../platform/http/desk.ts';
import { sheetStream } from '../domain/sheet.ts';
import { DecideStage, FinaliseSheet, HandSheetOver, ReopenSheet } from '../stage.commands.ts';
import { DecideStageBody, FinaliseBody, HandOverBody, ReopenBody } from './stages.bodies.ts';

@ApiTags('段階 Stages')
@ApiParam({ name: 'municipality', type: String })
@ApiParam({ name: 'sheet', type: String })
@ApiOkResponse({ type: ReceiptBody })
@Controller('api/:municipality/sheets/:sheet')
export class StagesController {
  @Post('hand-over')
  @HttpCode(200)
  @Does(HandSheetOver, '付議 Hand a sheet over to a stage')
  handOver(@AtTheDesk() desk: Desk, @Param('sheet') sheet: string, @Body() body: HandOverBody) {
    return desk.do(HandSheetOver, sheetStream(desk.municipality, sheet), body);
  }

  @Post('decide-stage')
  @HttpCode(200)
  @Does(DecideStage, '会議・首長の決定の記録 Record what a meeting or the mayor decided')
  decide(@AtTheDesk() desk: Desk, @Param('sheet') sheet: string, @Body() body: DecideStageBody) {
    return desk.do(DecideStage, sheetStream(desk.municipality, sheet), body);
  }

  @Post('finalise')
  @HttpCode(200)
  @Does(FinaliseSheet, '確定 Finalise')
  finalise(@AtTheDesk() desk: Desk, @Param('sheet') sheet: string, @Body() body: FinaliseBody) {
    return desk.do(FinaliseSheet, sheetStream(desk.municipality, sheet), body);
  }

  @Post('reopen')
  @HttpCode(200)
  @Does(ReopenSheet, '再開 Reopen, before it is published')
  reopen(@AtTheDesk() desk: Desk, @Param('sheet') sheet: string, @Body() body: ReopenBody) {
    return desk.do(ReopenSheet, sheetStream(desk.municipality, sheet), body);
  }
}
