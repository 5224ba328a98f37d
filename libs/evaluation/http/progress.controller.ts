import { Controller, Get, Param } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { Asks, AtTheDesk, Desk } from '../../platform/http/desk.ts';
import { ReadProgress } from '../reads/progress/read-progress.ts';

@ApiTags('評価年度 Cycles')
@ApiParam({ name: 'municipality', type: String })
@ApiParam({ name: 'year', type: String })
@Controller('api/:municipality/cycles/:year/progress')
export class ProgressController {
  @Get()
  @Asks(ReadProgress, '進捗 How a cycle goes, by department and phase')
  read(@AtTheDesk() desk: Desk, @Param('year') year: string) {
    return desk.ask(ReadProgress, { year });
  }
}
