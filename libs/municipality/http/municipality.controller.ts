import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { ReceiptBody } from '../../platform/http/answers.ts';
import { Asks, AtTheDesk, Desk, Does } from '../../platform/http/desk.ts';
import { SetCalendar, SetWords } from '../commands.ts';
import { municipalityStream } from '../domain/municipality.ts';
import { ReadCalendar, ReadMunicipality, WhoAmI } from '../reads.ts';
import { ReadCalendarQuery, SetCalendarBody, SetWordsBody } from './municipality.bodies.ts';

@ApiTags('自治体 Municipality')
@ApiParam({ name: 'municipality', type: String })
@Controller('api/:municipality')
export class MunicipalityController {
  @Get()
  @Asks(ReadMunicipality, '自治体と組織 The office, its words and its sections')
  read(@AtTheDesk() desk: Desk) {
    return desk.ask(ReadMunicipality, {});
  }

  @Get('who-am-i')
  @Asks(WhoAmI, '自分の職と役割 Who I am here')
  whoAmI(@AtTheDesk() desk: Desk) {
    return desk.ask(WhoAmI, {});
  }

  @Get('calendar')
  @Asks(ReadCalendar, '年度の閉庁日 The closed days of a fiscal year')
  readCalendar(@AtTheDesk() desk: Desk, @Query() { year }: ReadCalendarQuery) {
    return desk.ask(ReadCalendar, { year: Number(year) });
  }

  @Post('calendar')
  @Does(SetCalendar, '独自の開庁日・閉庁日を定める Set the office\'s own days')
  @ApiCreatedResponse({ type: ReceiptBody })
  setCalendar(@AtTheDesk() desk: Desk, @Body() { closed, opened }: SetCalendarBody) {
    return desk.do(SetCalendar, municipalityStream(desk.municipality), { closed, opened });
  }

  @Post('words')
  @Does(SetWords, '呼び方を定める Set the office\'s words')
  @ApiCreatedResponse({ type: ReceiptBody })
  setWords(@AtTheDesk() desk: Desk, @Body() { residents, mayor, assembly }: SetWordsBody) {
    return desk.do(SetWords, municipalityStream(desk.municipality), {
      ...(residents !== undefined && { residents }), ...(mayor !== undefined && { mayor }), ...(assembly !== undefined && { assembly }),
    });
  }
}
