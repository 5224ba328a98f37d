import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { ReceiptBody } from '../../platform/http/answers.ts';
import { AtTheDesk, Desk, Does } from '../../platform/http/desk.ts';
import { NoBody } from '../../platform/http/input-pipe.ts';
import { ApproveFirstEvaluation, ApproveForAbsent, ApproveOver, ReviewAfterwards, SendFirstEvaluationBack } from '../commands.ts';
import { sheetStream } from '../domain/sheet.ts';
import { DecideBody, DecideOutOfTurnBody, SendBackBody } from './first-evaluation.bodies.ts';

@ApiTags('承認経路 Approval line')
@ApiParam({ name: 'municipality', type: String })
@ApiParam({ name: 'sheet', type: String })
@ApiOkResponse({ type: ReceiptBody })
@Controller('api/:municipality/sheets/:sheet')
export class ApprovalLineController {
  @Post('approve')
  @HttpCode(200)
  @Does(ApproveFirstEvaluation, '承認 Approve in one’s turn')
  approve(@AtTheDesk() desk: Desk, @Param('sheet') sheet: string, @Body() body: DecideBody) {
    return desk.do(ApproveFirstEvaluation, sheetStream(desk.municipality, sheet), body);
  }

  @Post('approve-over')
  @HttpCode(200)
  @Does(ApproveOver, '引上げ Approve over an absent earlier step')
  approveOver(@AtTheDesk() desk: Desk, @Param('sheet') sheet: string, @Body() body: DecideOutOfTurnBody) {
    return desk.do(ApproveOver, sheetStream(desk.municipality, sheet), body);
  }

  @Post('approve-for-absent')
  @HttpCode(200)
  @Does(ApproveForAbsent, '代決 Approve for the absent holder of the last step')
  approveForAbsent(@AtTheDesk() desk: Desk, @Param('sheet') sheet: string, @Body() body: DecideOutOfTurnBody) {
    return desk.do(ApproveForAbsent, sheetStream(desk.municipality, sheet), body);
  }

  @Post('send-back')
  @HttpCode(200)
  @Does(SendFirstEvaluationBack, '差戻し Send back, with a reason')
  sendBack(@AtTheDesk() desk: Desk, @Param('sheet') sheet: string, @Body() body: SendBackBody) {
    return desk.do(SendFirstEvaluationBack, sheetStream(desk.municipality, sheet), body);
  }

  @Post('review-afterwards')
  @HttpCode(200)
  @Does(ReviewAfterwards, '後閲 See what was decided in one’s absence')
  reviewAfterwards(@AtTheDesk() desk: Desk, @Param('sheet') sheet: string, @Body() body: NoBody) {
    return desk.do(ReviewAfterwards, sheetStream(desk.municipality, sheet), body);
  }
}
