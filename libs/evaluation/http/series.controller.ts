import { Controller, Get, Param } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { Asks, AtTheDesk, Desk } from '../../platform/http/desk.ts';
import { ReadSeries } from '../reads/indicator-series/read-series.ts';

@ApiTags('計画 Plans')
@ApiParam({ name: 'municipality', type: String })
@ApiParam({ name: 'plan', type: String })
@ApiParam({ name: 'indicator', type: String })
@Controller('api/:municipality/plans/:plan/indicators/:indicator/series')
export class SeriesController {
  @Get()
  @Asks(ReadSeries, '指標の推移 An indicator over the years: targets and actual values')
  read(@AtTheDesk() desk: Desk, @Param('plan') plan: string, @Param('indicator') indicator: string) {
    return desk.ask(ReadSeries, { plan, indicator });
  }
}
