import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { ReceiptBody } from '../../platform/http/answers.ts';
import { Asks, AtTheDesk, Desk, Does } from '../../platform/http/desk.ts';
import { AdoptPlan } from '../commands.ts';
import { planStream } from '../domain/plan.ts';
import { ReadPlan } from '../reads.ts';
import { AdoptPlanBody } from './plan.bodies.ts';

@ApiTags('計画 Plans')
@ApiParam({ name: 'municipality', type: String })
@Controller('api/:municipality/plans')
export class PlanController {
  @Post()
  @Does(AdoptPlan, '計画を登録する Adopt a plan')
  @ApiCreatedResponse({ type: ReceiptBody })
  adopt(@AtTheDesk() desk: Desk, @Body() body: AdoptPlanBody) {
    return desk.do(AdoptPlan, planStream(desk.municipality, desk.newId()), body);
  }

  @Get(':plan')
  @Asks(ReadPlan, '計画を見る Read a plan')
  read(@AtTheDesk() desk: Desk, @Param('plan') plan: string) {
    return desk.ask(ReadPlan, { plan });
  }
}
