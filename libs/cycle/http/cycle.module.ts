import { Module } from '@nestjs/common';
import { handlesCommands, handlesQueries } from '../../platform/buses.ts';
import {
  AddSheet, ExtendDeadline, OpenCycle, RecordEdition, RecordPublicationRefusal, RecordRefusal, TakeSchemeVersion,
} from '../commands.ts';
import { ListCycles } from '../reads/cycles/list-cycles.ts';
import { ReadCycle } from '../reads/read-cycle.ts';
import { CycleController } from './cycle.controller.ts';

@Module({
  controllers: [CycleController],
  providers: [
    ...handlesCommands(OpenCycle, AddSheet, ExtendDeadline, TakeSchemeVersion, RecordRefusal, RecordEdition, RecordPublicationRefusal),
    ...handlesQueries(ListCycles, ReadCycle),
  ],
})
export class CycleModule {}
