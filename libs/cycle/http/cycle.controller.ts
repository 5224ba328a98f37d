import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { ReceiptBody } from '../../platform/http/answers.ts';
import { Asks, AtTheDesk, Desk, Does } from '../../platform/http/desk.ts';
import { OpenCycle } from '../commands.ts';
import { cycleStream } from '../domain/cycle.ts';
import { ReadCycle } from '../reads.ts';
import { OpenCycleBody } from './cycle.bodies.ts';

@ApiTags('評価年度 Cycles')
@ApiParam({ name: 'municipality', type: String })
@Controller('api/:municipality/cycles')
export class CycleController {
  @Post()
  @Does(OpenCycle, '評価年度を開始する Open a cycle')
  @ApiCreatedResponse({ type: ReceiptBody })
  open(@AtTheDesk() desk: Desk, @Body() body: OpenCycleBody) {
    return desk.do(OpenCycle, cycleStream(desk.municipality, body.year), body);
  }

  @Get(':year')
  @Asks(ReadCycle, '評価年度を見る Read a cycle')
  read(@AtTheDesk() desk: Desk, @Param('year') year: string) {
    return desk.ask(ReadCycle, { year });
  }
}
