import { Body, Controller, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { ReceiptBody } from '../../platform/http/answers.ts';
import { AtTheDesk, Desk, Does } from '../../platform/http/desk.ts';
import { NoBody } from '../../platform/http/input-pipe.ts';
import { ApproveFirstEvaluation, SaveFields, SendFirstEvaluationBack, SubmitFirstEvaluation } from '../commands.ts';
import { sheetStream } from '../domain/sheet.ts';
import { ApproveBody, SaveFieldsBody, SendBackBody } from './first-evaluation.bodies.ts';

@ApiTags('一次評価 First evaluation')
@ApiParam({ name: 'municipality', type: String })
@ApiParam({ name: 'sheet', type: String })
@ApiOkResponse({ type: ReceiptBody })
@Controller('api/:municipality/sheets/:sheet')
export class FirstEvaluationController {
  @Patch()
  @Does(SaveFields, '保存 Save fields')
  save(@AtTheDesk() desk: Desk, @Param('sheet') sheet: string, @Body() body: SaveFieldsBody) {
    return desk.do(SaveFields, sheetStream(desk.municipality, sheet), body);
  }

  @Post('submit')
  @HttpCode(200)
  @Does(SubmitFirstEvaluation, '提出 Submit')
  submit(@AtTheDesk() desk: Desk, @Param('sheet') sheet: string, @Body() body: NoBody) {
    return desk.do(SubmitFirstEvaluation, sheetStream(desk.municipality, sheet), body);
  }

  @Post('approve')
  @HttpCode(200)
  @Does(ApproveFirstEvaluation, '承認 Approve')
  approve(@AtTheDesk() desk: Desk, @Param('sheet') sheet: string, @Body() body: ApproveBody) {
    return desk.do(ApproveFirstEvaluation, sheetStream(desk.municipality, sheet), body);
  }

  @Post('send-back')
  @HttpCode(200)
  @Does(SendFirstEvaluationBack, '差戻し Send back, with a reason')
  sendBack(@AtTheDesk() desk: Desk, @Param('sheet') sheet: string, @Body() body: SendBackBody) {
    return desk.do(SendFirstEvaluationBack, sheetStream(desk.municipality, sheet), body);
  }
}
