import { Module } from '@nestjs/common';
import { handlesCommands, handlesQueries } from '../../platform/buses.ts';
import { AdoptPlan, ChangeTarget, DraftIndicators, DraftNodes, DraftPlan, PrunePlan } from '../commands.ts';
import { ComparePlanVersions } from '../reads/compare-plan-versions.ts';
import { ListPlans } from '../reads/plans/list-plans.ts';
import { ListPlanVersions, ReadIndicator, ReadPlan, ReadPlanVersion } from '../reads/read-plan.ts';
import { ListPlanRevisions, ReadPlanRevision } from '../reads/read-revision.ts';
import {
  AbandonPlanRevision, AdoptPlanRevision, DeclineProposal, DiscussProposal, OpenPlanRevision, ProposeChange, WithdrawProposal,
} from '../revision-commands.ts';
import { PlanController, PlansController } from './plan.controller.ts';
import { PlanRevisionController } from './revision.controller.ts';

@Module({
  controllers: [PlansController, PlanController, PlanRevisionController],
  providers: [
    ...handlesCommands(DraftPlan, DraftNodes, DraftIndicators, PrunePlan, AdoptPlan, ChangeTarget),
    ...handlesCommands(OpenPlanRevision, ProposeChange, DiscussProposal, WithdrawProposal, DeclineProposal, AdoptPlanRevision, AbandonPlanRevision),
    ...handlesQueries(ListPlans, ReadPlan, ListPlanVersions, ReadPlanVersion, ReadIndicator, ReadPlanRevision, ListPlanRevisions, ComparePlanVersions),
  ],
})
export class PlanModule {}
