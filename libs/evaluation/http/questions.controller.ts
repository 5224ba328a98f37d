import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { ReceiptBody } from '../../platform/http/answers.ts';
import { AtTheDesk, Desk, Does } from '../../platform/http/desk.ts';
import { sheetStream } from '../domain/sheet.ts';
import { AnswerQuestion, ApproveAnswer, AskQuestion, SendAnswerBack } from '../stage.commands.ts';
import { ReasonBody } from './first-evaluation.bodies.ts';
import { AnswerQuestionBody, ApproveAnswerBody, AskQuestionBody } from './stages.bodies.ts';

@ApiTags('質問 Questions')
@ApiParam({ name: 'municipality', type: String })
@ApiParam({ name: 'sheet', type: String })
@ApiOkResponse({ type: ReceiptBody })
@Controller('api/:municipality/sheets/:sheet/questions')
export class QuestionsController {
  @Post()
  @HttpCode(200)
  @Does(AskQuestion, '質問 Ask a question before the meeting')
  ask(@AtTheDesk() desk: Desk, @Param('sheet') sheet: string, @Body() body: AskQuestionBody) {
    return desk.do(AskQuestion, sheetStream(desk.municipality, sheet), body);
  }

  @Post(':question/answer')
  @HttpCode(200)
  @Does(AnswerQuestion, '回答 Answer a question')
  answer(@AtTheDesk() desk: Desk, @Param('sheet') sheet: string, @Param('question') question: string, @Body() { text }: AnswerQuestionBody) {
    return desk.do(AnswerQuestion, sheetStream(desk.municipality, sheet), { question, text });
  }

  @Post(':question/approve')
  @HttpCode(200)
  @Does(ApproveAnswer, '回答の承認 Approve an answer')
  approve(@AtTheDesk() desk: Desk, @Param('sheet') sheet: string, @Param('question') question: string, @Body() { ...body }: ApproveAnswerBody) {
    return desk.do(ApproveAnswer, sheetStream(desk.municipality, sheet), { question, ...body });
  }

  @Post(':question/send-back')
  @HttpCode(200)
  @Does(SendAnswerBack, '回答の差戻し Send an answer back, with a reason')
  sendBack(@AtTheDesk() desk: Desk, @Param('sheet') sheet: string, @Param('question') question: string, @Body() { reason }: ReasonBody) {
    return desk.do(SendAnswerBack, sheetStream(desk.municipality, sheet), { question, reason });
  }
}
