import { Module } from '@nestjs/common';
import { handlesCommands, handlesQueries } from '../../platform/buses.ts';
import { AdoptScheme } from '../commands.ts';
import { ListSchemeVersions, ReadDefaultScheme, ReadScheme, ReadSchemeVersion } from '../reads.ts';
import { SchemeController } from './scheme.controller.ts';

@Module({
  controllers: [SchemeController],
  providers: [
    ...handlesCommands(AdoptScheme),
    ...handlesQueries(ReadScheme, ReadDefaultScheme, ListSchemeVersions, ReadSchemeVersion),
  ],
})
export class SchemeModule {}
