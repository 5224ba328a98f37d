import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { ReceiptBody } from '../../platform/http/answers.ts';
import { AtTheDesk, Desk, Does } from '../../platform/http/desk.ts';
import { sheetStream } from '../domain/sheet.ts';
import { CommentOnWording, Conclude, ConfirmConclusion, DraftConclusion } from '../second-evaluation.commands.ts';
import { CommentOnWordingBody, ConcludeBody, ConfirmConclusionBody, DraftConclusionBody } from './second-evaluation.bodies.ts';

@ApiTags('二次評価 Second evaluation')
@ApiParam({ name: 'municipality', type: String })
@ApiParam({ name: 'sheet', type: String })
@ApiOkResponse({ type: ReceiptBody })
@Controller('api/:municipality/sheets/:sheet/conclusion')
export class ConclusionsController {
  @Post('draft')
  @HttpCode(200)
  @Does(DraftConclusion, '結論の案 Draft what the committee may conclude')
  draft(@AtTheDesk() desk: Desk, @Param('sheet') sheet: string, @Body() body: DraftConclusionBody) {
    return desk.do(DraftConclusion, sheetStream(desk.municipality, sheet), body);
  }

  @Post('comment')
  @HttpCode(200)
  @Does(CommentOnWording, '文案への意見 Comment on the wording of the draft')
  comment(@AtTheDesk() desk: Desk, @Param('sheet') sheet: string, @Body() body: CommentOnWordingBody) {
    return desk.do(CommentOnWording, sheetStream(desk.municipality, sheet), body);
  }

  @Post()
  @HttpCode(200)
  @Does(Conclude, '結論 Conclude')
  conclude(@AtTheDesk() desk: Desk, @Param('sheet') sheet: string, @Body() body: ConcludeBody) {
    return desk.do(Conclude, sheetStream(desk.municipality, sheet), body);
  }

  @Post('confirm')
  @HttpCode(200)
  @Does(ConfirmConclusion, '部会の結論の承認 Confirm what a sub-group has concluded')
  confirm(@AtTheDesk() desk: Desk, @Param('sheet') sheet: string, @Body() body: ConfirmConclusionBody) {
    return desk.do(ConfirmConclusion, sheetStream(desk.municipality, sheet), body);
  }
}
