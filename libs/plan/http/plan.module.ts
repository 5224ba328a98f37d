import { Module } from '@nestjs/common';
import { handlesCommands, handlesQueries } from '../../platform/buses.ts';
import { AdoptPlan } from '../commands.ts';
import { ReadPlan } from '../reads.ts';
import { PlanController } from './plan.controller.ts';

@Module({
  controllers: [PlanController],
  providers: [...handlesCommands(AdoptPlan), ...handlesQueries(ReadPlan)],
})
export class PlanModule {}
