import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { Asks, AtTheDesk, Desk } from '../../platform/http/desk.ts';
import { ReadHistory, ReadSheet } from '../reads/sheet.ts';
import { ListSheets } from '../reads/sheets/list-sheets.ts';
import type { RatingAsked } from '../reads/sheets/matching.ts';
import { ListSheetsQuery } from './sheets.queries.ts';

const pageLength = 50;

@ApiTags('評価シート Sheets')
@ApiParam({ name: 'municipality', type: String })
@Controller('api/:municipality/sheets')
export class SheetsController {
  @Get()
  @Asks(ListSheets, '評価シートの一覧 List sheets')
  list(@AtTheDesk() desk: Desk, @Query() { year, late, rating, limit, cursor, ...rest }: ListSheetsQuery) {
    return desk.ask(ListSheets, {
      ...rest,
      ...(year !== undefined && { year: Number(year) }),
      ...(late !== undefined && { late: late === 'true' }),
      ...(rating !== undefined && { rating: readRating(rating) }),
      limit: limit === undefined ? pageLength : Number(limit),
      ...(cursor !== undefined && { after: readCursor(cursor) }),
    });
  }

  @Get(':sheet')
  @ApiParam({ name: 'sheet', type: String })
  @Asks(ReadSheet, '評価シートを見る Read a sheet, with last year\'s beside it')
  read(@AtTheDesk() desk: Desk, @Param('sheet') sheet: string) {
    return desk.ask(ReadSheet, { sheet });
  }

  @Get(':sheet/history')
  @ApiParam({ name: 'sheet', type: String })
  @Asks(ReadHistory, '履歴 Everything that happened to a sheet')
  history(@AtTheDesk() desk: Desk, @Param('sheet') sheet: string) {
    return desk.ask(ReadHistory, { sheet });
  }
}

function readRating(rating: string): RatingAsked {
  const [field, grade] = rating.split(':');
  return grade === undefined ? { grade: rating } : { field: field as string, grade };
}

function readCursor(cursor: string) {
  const [year, place] = cursor.split('.');
  return { year: Number(year), place: Number(place) };
}
