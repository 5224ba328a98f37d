import { Controller, Get, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { Asks, AtTheDesk, Desk } from '../../platform/http/desk.ts';
import { ListAllDuties, ListDuties } from '../reads/duties/list-duties.ts';
import { ListDutiesQuery } from './sheets.queries.ts';

@ApiTags('やること Duties')
@ApiParam({ name: 'municipality', type: String })
@Controller('api/:municipality/duties')
export class DutiesController {
  @Get()
  @Asks(ListDuties, '自分のやること What the asker owes under his appointment')
  own(@AtTheDesk() desk: Desk, @Query() query: ListDutiesQuery) {
    return desk.ask(ListDuties, ofYear(query));
  }

  @Get('all')
  @Asks(ListAllDuties, '全員のやること What everybody owes, by section')
  all(@AtTheDesk() desk: Desk, @Query() query: ListDutiesQuery) {
    return desk.ask(ListAllDuties, ofYear(query));
  }
}

function ofYear({ year }: ListDutiesQuery) {
  return year === undefined ? {} : { year: Number(year) };
}
