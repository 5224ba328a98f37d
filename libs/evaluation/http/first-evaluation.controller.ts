import { Body, Controller, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { ReceiptBody } from '../../platform/http/answers.ts';
import { AtTheDesk, Desk, Does } from '../../platform/http/desk.ts';
import { NoBody } from '../../platform/http/input-pipe.ts';
import { CopyLastYear, SaveFields, SubmitFirstEvaluation, TakeFirstEvaluationBack } from '../commands.ts';
import { sheetStream } from '../domain/sheet.ts';
import { CopyLastYearBody, SaveFieldsBody } from './first-evaluation.bodies.ts';

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

  @Post('copy-last-year')
  @HttpCode(200)
  @Does(CopyLastYear, '前年度の内容を複写 Copy what stood on an earlier sheet')
  copyLastYear(@AtTheDesk() desk: Desk, @Param('sheet') sheet: string, @Body() body: CopyLastYearBody) {
    return desk.do(CopyLastYear, sheetStream(desk.municipality, sheet), body);
  }

  @Post('submit')
  @HttpCode(200)
  @Does(SubmitFirstEvaluation, '提出 Submit')
  submit(@AtTheDesk() desk: Desk, @Param('sheet') sheet: string, @Body() body: NoBody) {
    return desk.do(SubmitFirstEvaluation, sheetStream(desk.municipality, sheet), body);
  }

  @Post('take-back')
  @HttpCode(200)
  @Does(TakeFirstEvaluationBack, '引戻し Take back what nobody has decided on')
  takeBack(@AtTheDesk() desk: Desk, @Param('sheet') sheet: string, @Body() body: NoBody) {
    return desk.do(TakeFirstEvaluationBack, sheetStream(desk.municipality, sheet), body);
  }
}
