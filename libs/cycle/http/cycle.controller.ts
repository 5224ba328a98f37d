import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { ReceiptBody } from '../../platform/http/answers.ts';
import { Asks, AtTheDesk, Desk, Does } from '../../platform/http/desk.ts';
import { AddSheet, ExtendDeadline, OpenCycle, TakeSchemeVersion } from '../commands.ts';
import { cycleStream } from '../domain/cycle.ts';
import { ListCycles } from '../reads/cycles/list-cycles.ts';
import { ReadCycle } from '../reads/read-cycle.ts';
import { AddSheetBody, ExtendDeadlineBody, OpenCycleBody, TakeSchemeVersionBody } from './cycle.bodies.ts';

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

  @Get()
  @Asks(ListCycles, '評価年度の一覧 List cycles')
  list(@AtTheDesk() desk: Desk) {
    return desk.ask(ListCycles, {});
  }

  @Get(':year')
  @Asks(ReadCycle, '評価年度を見る Read a cycle')
  read(@AtTheDesk() desk: Desk, @Param('year') year: string) {
    return desk.ask(ReadCycle, { year });
  }

  @Post(':year/sheets')
  @HttpCode(200)
  @Does(AddSheet, '評価シートを追加する Add a sheet, with a reason')
  @ApiOkResponse({ type: ReceiptBody })
  addSheet(@AtTheDesk() desk: Desk, @Param('year') year: string, @Body() body: AddSheetBody) {
    return desk.do(AddSheet, cycleStream(desk.municipality, year), body);
  }

  @Post(':year/extensions')
  @HttpCode(200)
  @Does(ExtendDeadline, '期限を延長する Extend a deadline, with a reason')
  @ApiOkResponse({ type: ReceiptBody })
  extend(@AtTheDesk() desk: Desk, @Param('year') year: string, @Body() body: ExtendDeadlineBody) {
    return desk.do(ExtendDeadline, cycleStream(desk.municipality, year), body);
  }

  @Post(':year/scheme')
  @HttpCode(200)
  @Does(TakeSchemeVersion, '新しい版の評価制度を適用する Go on under a newer version of the scheme')
  @ApiOkResponse({ type: ReceiptBody })
  takeSchemeVersion(@AtTheDesk() desk: Desk, @Param('year') year: string, @Body() body: TakeSchemeVersionBody) {
    return desk.do(TakeSchemeVersion, cycleStream(desk.municipality, year), body);
  }
}
