import { Controller, Get } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { Asks, AtTheDesk, Desk } from '../../platform/http/desk.ts';
import { ReadMunicipality, WhoAmI } from '../reads.ts';

@ApiTags('自治体 Municipality')
@ApiParam({ name: 'municipality', type: String })
@Controller('api/:municipality')
export class MunicipalityController {
  @Get()
  @Asks(ReadMunicipality, '自治体と組織 The office and its sections')
  read(@AtTheDesk() desk: Desk) {
    return desk.ask(ReadMunicipality, {});
  }

  @Get('who-am-i')
  @Asks(WhoAmI, '自分の職と役割 Who I am here')
  whoAmI(@AtTheDesk() desk: Desk) {
    return desk.ask(WhoAmI, {});
  }
}
