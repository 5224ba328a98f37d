import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { ReceiptBody } from '../../platform/http/answers.ts';
import { Asks, AtTheDesk, Desk, Does } from '../../platform/http/desk.ts';
import { AdoptPlan, ChangeTarget, DraftIndicators, DraftNodes, DraftPlan, PrunePlan } from '../commands.ts';
import { planStream } from '../domain/plan.ts';
import { ListPlans } from '../reads/plans/list-plans.ts';
import { ListPlanVersions, ReadIndicator, ReadPlan, ReadPlanVersion } from '../reads/read-plan.ts';
import { AdoptPlanBody, ChangeTargetBody, DraftIndicatorsBody, DraftNodesBody, DraftPlanBody, PrunePlanBody } from './plan.bodies.ts';

@ApiTags('計画 Plans')
@ApiParam({ name: 'municipality', type: String })
@Controller('api/:municipality/plans')
export class PlansController {
  @Post()
  @Does(DraftPlan, '計画案を作成する Draft a plan')
  @ApiCreatedResponse({ type: ReceiptBody })
  draft(@AtTheDesk() desk: Desk, @Body() body: DraftPlanBody) {
    return desk.do(DraftPlan, planStream(desk.municipality, desk.newId()), body);
  }

  @Get()
  @Asks(ListPlans, '計画の一覧 List plans')
  list(@AtTheDesk() desk: Desk) {
    return desk.ask(ListPlans, {});
  }
}

@ApiTags('計画 Plans')
@ApiParam({ name: 'municipality', type: String })
@ApiParam({ name: 'plan', type: String })
@Controller('api/:municipality/plans/:plan')
export class PlanController {
  @Get()
  @Asks(ReadPlan, '計画を見る Read a plan')
  read(@AtTheDesk() desk: Desk, @Param('plan') plan: string) {
    return desk.ask(ReadPlan, { plan });
  }

  @Get('versions')
  @Asks(ListPlanVersions, '計画の版の一覧 List its versions')
  versions(@AtTheDesk() desk: Desk, @Param('plan') plan: string) {
    return desk.ask(ListPlanVersions, { plan });
  }

  @Get('versions/:version')
  @ApiParam({ name: 'version', type: String })
  @Asks(ReadPlanVersion, '計画の版を見る Read a version as it was adopted')
  version(@AtTheDesk() desk: Desk, @Param('plan') plan: string, @Param('version') version: string) {
    return desk.ask(ReadPlanVersion, { plan, version });
  }

  @Get('indicators/:indicator')
  @ApiParam({ name: 'indicator', type: String })
  @Asks(ReadIndicator, '指標を見る Read an indicator, with every target that ever held')
  indicator(@AtTheDesk() desk: Desk, @Param('plan') plan: string, @Param('indicator') indicator: string) {
    return desk.ask(ReadIndicator, { plan, indicator });
  }

  @Post('nodes')
  @HttpCode(200)
  @Does(DraftNodes, '計画案の施策などを登録する Draft nodes')
  @ApiOkResponse({ type: ReceiptBody })
  draftNodes(@AtTheDesk() desk: Desk, @Param('plan') plan: string, @Body() body: DraftNodesBody) {
    return desk.do(DraftNodes, planStream(desk.municipality, plan), body);
  }

  @Post('indicators')
  @HttpCode(200)
  @Does(DraftIndicators, '計画案の指標を登録する Draft indicators')
  @ApiOkResponse({ type: ReceiptBody })
  draftIndicators(@AtTheDesk() desk: Desk, @Param('plan') plan: string, @Body() body: DraftIndicatorsBody) {
    return desk.do(DraftIndicators, planStream(desk.municipality, plan), body);
  }

  @Post('prune')
  @HttpCode(200)
  @Does(PrunePlan, '計画案から取り除く Take out of the draft')
  @ApiOkResponse({ type: ReceiptBody })
  prune(@AtTheDesk() desk: Desk, @Param('plan') plan: string, @Body() body: PrunePlanBody) {
    return desk.do(PrunePlan, planStream(desk.municipality, plan), body);
  }

  @Post('adopt')
  @HttpCode(200)
  @Does(AdoptPlan, '計画を策定する Adopt the plan')
  @ApiOkResponse({ type: ReceiptBody })
  adopt(@AtTheDesk() desk: Desk, @Param('plan') plan: string, @Body() body: AdoptPlanBody) {
    return desk.do(AdoptPlan, planStream(desk.municipality, plan), body);
  }

  @Post('indicators/:indicator/target')
  @HttpCode(200)
  @ApiParam({ name: 'indicator', type: String })
  @Does(ChangeTarget, '目標値を変更する Change a target')
  @ApiOkResponse({ type: ReceiptBody })
  changeTarget(
    @AtTheDesk() desk: Desk, @Param('plan') plan: string, @Param('indicator') indicator: string,
    @Body() { year, value, reason, text, evidence = [] }: ChangeTargetBody,
  ) {
    return desk.do(ChangeTarget, planStream(desk.municipality, plan), { indicator, year, value, reason, text, evidence });
  }
}
