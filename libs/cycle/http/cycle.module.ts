import { Module } from '@nestjs/common';
import { handlesCommands, handlesQueries } from '../../platform/buses.ts';
import { OpenCycle, RecordRefusal } from '../commands.ts';
import { ReadCycle } from '../reads.ts';
import { CycleController } from './cycle.controller.ts';

@Module({
  controllers: [CycleController],
  providers: [...handlesCommands(OpenCycle, RecordRefusal), ...handlesQueries(ReadCycle)],
})
export class CycleModule {}
