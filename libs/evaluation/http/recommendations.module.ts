import { Module } from '@nestjs/common';
import { handlesCommands, handlesQueries } from '../../platform/buses.ts';
import { ListRecommendations } from '../reads/recommendations/list-recommendations.ts';
import { ReadRecommendation } from '../reads/recommendations/read-recommendation.ts';
import {
  AdoptGeneralRecommendation, AdoptRecommendation, ApproveResponse, CloseRecommendation, ReopenRecommendation, ReportResult, SendResponseBack,
  SubmitResponse, WithdrawRecommendation, WriteResponse,
} from '../recommendation.commands.ts';
import { RecommendationController, RecommendationsController } from './recommendations.controller.ts';

@Module({
  controllers: [RecommendationsController, RecommendationController],
  providers: [
    ...handlesCommands(
      AdoptRecommendation, AdoptGeneralRecommendation, WithdrawRecommendation, WriteResponse, SubmitResponse, ApproveResponse, SendResponseBack,
      ReportResult, CloseRecommendation, ReopenRecommendation,
    ),
    ...handlesQueries(ListRecommendations, ReadRecommendation),
  ],
})
export class RecommendationsModule {}
