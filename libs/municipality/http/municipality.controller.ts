import { Controller, Get } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { Asks, AtTheDesk, Desk } from '../../platform/http/desk.ts';
import { ReadMunicipality, WhoAmI } from '../reads.ts';

@ApiTags('自治体 Municipality')
@ApiParam({ name: 'municipality', type: String })
@Controller('api/:municipality')
export class MunicipalityController {
  @Get()
  @Asks(ReadMunicipality)
  read(@AtTheDesk() desk: Desk) {
    return desk.ask(ReadMunicipality, {});
  }

  @Get('who-am-i')
  @Asks(WhoAmI)
  whoAmI(@AtTheDesk() desk: Desk) {
    return desk.ask(WhoAmI, {});
  }
}
