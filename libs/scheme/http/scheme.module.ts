import { Module } from '@nestjs/common';
import { handlesCommands, handlesQueries } from '../../platform/buses.ts';
import { AdoptScheme } from '../commands.ts';
import { ReadScheme } from '../reads.ts';
import { SchemeController } from './scheme.controller.ts';

@Module({
  controllers: [SchemeController],
  providers: [...handlesCommands(AdoptScheme), ...handlesQueries(ReadScheme)],
})
export class SchemeModule {}
