import { Module } from '@nestjs/common';
import { handlesCommands, handlesQueries } from '../../platform/buses.ts';
import { FoundMunicipality } from '../commands.ts';
import { ReadMunicipality, WhoAmI } from '../reads.ts';
import { MunicipalityController } from './municipality.controller.ts';

@Module({
  controllers: [MunicipalityController],
  providers: [...handlesCommands(FoundMunicipality), ...handlesQueries(ReadMunicipality, WhoAmI)],
})
export class MunicipalityModule {}
