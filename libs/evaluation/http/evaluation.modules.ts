import { Module } from '@nestjs/common';
import { AccessTable } from '../../platform/access/access-table.ts';
import { handlesCommands, handlesQueries } from '../../platform/buses.ts';
import { FoldedStates } from '../../platform/commands/folded-states.ts';
import { CLOCK } from '../../platform/installation.ts';
import { PrivateStore } from '../../platform/private-store/private-store.ts';
import { ApproveFirstEvaluation, OpenSheet, SaveFields, SendFirstEvaluationBack, SubmitFirstEvaluation } from '../commands.ts';
import { ReadHistory, ReadSheet } from '../reads/sheet.ts';
import { ListSheets } from '../reads/sheets/list-sheets.ts';
import {
  DropWorkingCopyHandler, KeepWorkingCopyHandler, ReadWorkingCopyHandler, WorkingCopyDesk,
} from '../working-copy/working-copy.handlers.ts';
import { WorkingCopies } from '../working-copy/working-copies.ts';
import { ChangesController } from './changes.controller.ts';
import { FirstEvaluationController } from './first-evaluation.controller.ts';
import { SheetsController } from './sheets.controller.ts';
import { WorkingCopyController } from './working-copy.controller.ts';

@Module({
  controllers: [FirstEvaluationController],
  providers: handlesCommands(OpenSheet, SaveFields, SubmitFirstEvaluation, ApproveFirstEvaluation, SendFirstEvaluationBack),
})
export class FirstEvaluationModule {}

@Module({
  controllers: [SheetsController, ChangesController],
  providers: handlesQueries(ListSheets, ReadSheet, ReadHistory),
})
export class SheetsModule {}

@Module({
  controllers: [WorkingCopyController],
  providers: [
    {
      provide: WorkingCopyDesk,
      useFactory: (store: PrivateStore, clock, states: FoldedStates, access: AccessTable) =>
        new WorkingCopyDesk(new WorkingCopies(store), clock, states, access),
      inject: [PrivateStore, CLOCK, FoldedStates, AccessTable],
    },
    KeepWorkingCopyHandler, DropWorkingCopyHandler, ReadWorkingCopyHandler,
  ],
})
export class WorkingCopyModule {}
