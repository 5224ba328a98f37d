import { Body, Controller, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { ReceiptBody } from '../../platform/http/answers.ts';
import { AtTheDesk, Desk, Does } from '../../platform/http/desk.ts';
import { NoBody } from '../../platform/http/input-pipe.ts';
import {
  AcceptFirstEvaluation, Annotate, CorrectSlips, LookAtFigures, ReplaceFigures, TransferSheet, VoidSheet,
} from '../commands.ts';
import { sheetStream } from '../domain/sheet.ts';
import { ChangeFieldsBody, DecideBody, ReasonBody, SaveFieldsBody, TransferBody } from './first-evaluation.bodies.ts';

@ApiTags('事務局 Secretariat')
@ApiParam({ name: 'municipality', type: String })
@ApiParam({ name: 'sheet', type: String })
@ApiOkResponse({ type: ReceiptBody })
@Controller('api/:municipality/sheets/:sheet')
export class SecretariatController {
  @Post('accept')
  @HttpCode(200)
  @Does(AcceptFirstEvaluation, '受付 Accept')
  accept(@AtTheDesk() desk: Desk, @Param('sheet') sheet: string, @Body() body: DecideBody) {
    return desk.do(AcceptFirstEvaluation, sheetStream(desk.municipality, sheet), body);
  }

  @Patch('secretariat-fields')
  @Does(Annotate, '事務局の記入欄 Save the secretariat’s own fields')
  annotate(@AtTheDesk() desk: Desk, @Param('sheet') sheet: string, @Body() body: SaveFieldsBody) {
    return desk.do(Annotate, sheetStream(desk.municipality, sheet), body);
  }

  @Post('correct')
  @HttpCode(200)
  @Does(CorrectSlips, '軽微な修正 Correct slips of writing')
  correct(@AtTheDesk() desk: Desk, @Param('sheet') sheet: string, @Body() body: ChangeFieldsBody) {
    return desk.do(CorrectSlips, sheetStream(desk.municipality, sheet), body);
  }

  @Post('replace-figures')
  @HttpCode(200)
  @Does(ReplaceFigures, '差替え Replace provisional figures by final ones')
  replaceFigures(@AtTheDesk() desk: Desk, @Param('sheet') sheet: string, @Body() body: ChangeFieldsBody) {
    return desk.do(ReplaceFigures, sheetStream(desk.municipality, sheet), body);
  }

  @Post('look-at')
  @HttpCode(200)
  @Does(LookAtFigures, '差替えの確認 Look at figures that were replaced')
  lookAt(@AtTheDesk() desk: Desk, @Param('sheet') sheet: string, @Body() body: NoBody) {
    return desk.do(LookAtFigures, sheetStream(desk.municipality, sheet), body);
  }

  @Post('transfer')
  @HttpCode(200)
  @Does(TransferSheet, '移管 Transfer to another section')
  transfer(@AtTheDesk() desk: Desk, @Param('sheet') sheet: string, @Body() body: TransferBody) {
    return desk.do(TransferSheet, sheetStream(desk.municipality, sheet), body);
  }

  @Post('void')
  @HttpCode(200)
  @Does(VoidSheet, '取消 Void')
  void(@AtTheDesk() desk: Desk, @Param('sheet') sheet: string, @Body() body: ReasonBody) {
    return desk.do(VoidSheet, sheetStream(desk.municipality, sheet), body);
  }
}
