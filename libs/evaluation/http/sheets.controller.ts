import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { Asks, AtTheDesk, Desk } from '../../platform/http/desk.ts';
import { ReadHistory, ReadSheet } from '../reads/sheet.ts';
import { ListSheets } from '../reads/sheets/list-sheets.ts';
import { ListSheetsQuery } from './first-evaluation.bodies.ts';

const pageLength = 50;

@ApiTags('評価シート Sheets')
@ApiParam({ name: 'municipality', type: String })
@Controller('api/:municipality/sheets')
export class SheetsController {
  @Get()
  @Asks(ListSheets)
  list(@AtTheDesk() desk: Desk, @Query() { year, limit, ...rest }: ListSheetsQuery) {
    return desk.ask(ListSheets, {
      ...rest, ...(year !== undefined && { year: Number(year) }), limit: limit === undefined ? pageLength : Number(limit),
    });
  }

  @Get(':sheet')
  @Asks(ReadSheet)
  read(@AtTheDesk() desk: Desk, @Param('sheet') sheet: string) {
    return desk.ask(ReadSheet, { sheet });
  }

  @Get(':sheet/history')
  @Asks(ReadHistory)
  history(@AtTheDesk() desk: Desk, @Param('sheet') sheet: string) {
    return desk.ask(ReadHistory, { sheet });
  }
}
