import { Module } from '@nestjs/common';
import { handlesCommands } from '../../platform/buses.ts';
import {
  AnswerQuestion, ApproveAnswer, AskQuestion, DecideStage, FinaliseSheet, HandSheetOver, ReopenSheet, SendAnswerBack,
} from '../stage.commands.ts';
import { QuestionsController } from './questions.controller.ts';
import { StagesController } from './stages.controller.ts';

@Module({
  controllers: [StagesController, QuestionsController],
  providers: handlesCommands(
    HandSheetOver, DecideStage, FinaliseSheet, ReopenSheet, AskQuestion, AnswerQuestion, ApproveAnswer, SendAnswerBack,
  ),
})
export class StagesModule {}
