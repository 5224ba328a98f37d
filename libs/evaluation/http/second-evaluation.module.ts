import { Module } from '@nestjs/common';
import { handlesCommands } from '../../platform/buses.ts';
import {
  CommentOnWording, Conclude, ConfirmConclusion, ConfirmOpinion, DraftConclusion, EnterOpinion, ExcludeMember, GiveOpinion, RecuseOneself,
  WithdrawOpinion,
} from '../second-evaluation.commands.ts';
import { ConclusionsController } from './conclusions.controller.ts';
import { OpinionsController } from './opinions.controller.ts';

@Module({
  controllers: [OpinionsController, ConclusionsController],
  providers: handlesCommands(
    RecuseOneself, ExcludeMember, GiveOpinion, WithdrawOpinion, EnterOpinion, ConfirmOpinion, DraftConclusion, CommentOnWording, Conclude,
    ConfirmConclusion,
  ),
})
export class SecondEvaluationModule {}
