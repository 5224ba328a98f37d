import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { ReceiptBody } from '../../platform/http/answers.ts';
import { Asks, AtTheDesk, Desk, Does } from '../../platform/http/desk.ts';
import { NoBody } from '../../platform/http/input-pipe.ts';
import { recommendationStream } from '../domain/recommendations/recommendation.ts';
import { ListRecommendations } from '../reads/recommendations/list-recommendations.ts';
import { ReadRecommendation } from '../reads/recommendations/read-recommendation.ts';
import {
  AdoptGeneralRecommendation, ApproveResponse, CloseRecommendation, ReopenRecommendation, ReportResult, SendResponseBack, SubmitResponse, WriteResponse,
} from '../recommendation.commands.ts';
import {
  AdoptGeneralRecommendationBody, ApproveResponseBody, ListRecommendationsQuery, RecommendationReasonBody, ReportResultBody, WriteResponseBody,
} from './recommendations.bodies.ts';

const pageLength = 100;

@ApiTags('意見・提言 Recommendations')
@ApiParam({ name: 'municipality', type: String })
@Controller('api/:municipality/recommendations')
export class RecommendationsController {
  @Post()
  @ApiCreatedResponse({ type: ReceiptBody })
  @Does(AdoptGeneralRecommendation, '総括的提言を記録する Record a general recommendation')
  adoptGeneral(@AtTheDesk() desk: Desk, @Body() body: AdoptGeneralRecommendationBody) {
    return desk.do(AdoptGeneralRecommendation, recommendationStream(desk.municipality, desk.newId()), body);
  }

  @Get()
  @Asks(ListRecommendations, '意見・提言の一覧 List recommendations by state')
  list(@AtTheDesk() desk: Desk, @Query() { year, general, cursor, limit, ...rest }: ListRecommendationsQuery) {
    return desk.ask(ListRecommendations, {
      ...rest,
      ...(year !== undefined && { year: Number(year) }),
      ...(general !== undefined && { general: general === 'true' }),
      ...(cursor !== undefined && { after: cursor }),
      limit: limit === undefined ? pageLength : Number(limit),
    });
  }
}

@ApiTags('意見・提言 Recommendations')
@ApiParam({ name: 'municipality', type: String })
@ApiParam({ name: 'recommendation', type: String })
@Controller('api/:municipality/recommendations/:recommendation')
export class RecommendationController {
  @Get()
  @Asks(ReadRecommendation, '意見・提言と対応方針を見る Read a recommendation and what became of it')
  read(@AtTheDesk() desk: Desk, @Param('recommendation') recommendation: string) {
    return desk.ask(ReadRecommendation, { recommendation });
  }

  @Patch('response')
  @ApiOkResponse({ type: ReceiptBody })
  @Does(WriteResponse, '対応方針を書く Write the response')
  write(@AtTheDesk() desk: Desk, @Param('recommendation') recommendation: string, @Body() body: WriteResponseBody) {
    return desk.do(WriteResponse, recommendationStream(desk.municipality, recommendation), body);
  }

  @Post('submit')
  @HttpCode(200)
  @ApiOkResponse({ type: ReceiptBody })
  @Does(SubmitResponse, '対応方針を提出する Submit the response')
  submit(@AtTheDesk() desk: Desk, @Param('recommendation') recommendation: string, @Body() body: NoBody) {
    return desk.do(SubmitResponse, recommendationStream(desk.municipality, recommendation), body);
  }

  @Post('approve')
  @HttpCode(200)
  @ApiOkResponse({ type: ReceiptBody })
  @Does(ApproveResponse, '対応方針の承認 Approve the response')
  approve(@AtTheDesk() desk: Desk, @Param('recommendation') recommendation: string, @Body() body: ApproveResponseBody) {
    return desk.do(ApproveResponse, recommendationStream(desk.municipality, recommendation), body);
  }

  @Post('send-back')
  @HttpCode(200)
  @ApiOkResponse({ type: ReceiptBody })
  @Does(SendResponseBack, '対応方針の差戻し Send the response back, with a reason')
  sendBack(@AtTheDesk() desk: Desk, @Param('recommendation') recommendation: string, @Body() body: RecommendationReasonBody) {
    return desk.do(SendResponseBack, recommendationStream(desk.municipality, recommendation), body);
  }

  @Post('result')
  @HttpCode(200)
  @ApiOkResponse({ type: ReceiptBody })
  @Does(ReportResult, '反映結果を報告する Report what came of it')
  report(@AtTheDesk() desk: Desk, @Param('recommendation') recommendation: string, @Body() body: ReportResultBody) {
    return desk.do(ReportResult, recommendationStream(desk.municipality, recommendation), body);
  }

  @Post('close')
  @HttpCode(200)
  @ApiOkResponse({ type: ReceiptBody })
  @Does(CloseRecommendation, '完了とする Close, with a reason')
  close(@AtTheDesk() desk: Desk, @Param('recommendation') recommendation: string, @Body() body: RecommendationReasonBody) {
    return desk.do(CloseRecommendation, recommendationStream(desk.municipality, recommendation), body);
  }

  @Post('reopen')
  @HttpCode(200)
  @ApiOkResponse({ type: ReceiptBody })
  @Does(ReopenRecommendation, '再開する Reopen, with a reason')
  reopen(@AtTheDesk() desk: Desk, @Param('recommendation') recommendation: string, @Body() body: RecommendationReasonBody) {
    return desk.do(ReopenRecommendation, recommendationStream(desk.municipality, recommendation), body);
  }
}
