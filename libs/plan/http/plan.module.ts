import { Module } from '@nestjs/common';
import { handlesCommands, handlesQueries } from '../../platform/buses.ts';
import { AdoptPlan, ChangeTarget, DraftIndicators, DraftNodes, DraftPlan, PrunePlan } from '../commands.ts';
import { ListPlans } from '../reads/plans/list-plans.ts';
import { ListPlanVersions, ReadIndicator, ReadPlan, ReadPlanVersion } from '../reads/read-plan.ts';
import { PlanController, PlansController } from './plan.controller.ts';

@Module({
  controllers: [PlansController, PlanController],
  providers: [
    ...handlesCommands(DraftPlan, DraftNodes, DraftIndicators, PrunePlan, AdoptPlan, ChangeTarget),
    ...handlesQueries(ListPlans, ReadPlan, ListPlanVersions, ReadPlanVersion, ReadIndicator),
  ],
})
export class PlanModule {}
