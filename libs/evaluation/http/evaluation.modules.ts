import { Module } from '@nestjs/common';
import { AccessTable } from '../../platform/access/access-table.ts';
import { AttachmentStore } from '../../platform/attachments/attachment-store.ts';
import { handlesCommands, handlesQueries } from '../../platform/buses.ts';
import { FoldedStates } from '../../platform/commands/folded-states.ts';
import { ClockOf } from '../../platform/clock-of.ts';
import { PrivateStore } from '../../platform/private-store/private-store.ts';
import {
  AcceptFirstEvaluation, Annotate, ApproveFirstEvaluation, ApproveForAbsent, ApproveOver, AttachFile, CopyLastYear, CorrectSlips, LookAtFigures,
  OpenSheet, RemoveFile, ReplaceFigures, ReviewAfterwards, SaveFields, SendFirstEvaluationBack, SubmitFirstEvaluation, TakeFirstEvaluationBack,
  TransferSheet, VoidSheet,
} from '../commands.ts';
import { FileDesk } from '../files/file-desk.ts';
import { ReadFile } from '../files/read-file.ts';
import { ListAllDuties, ListDuties } from '../reads/duties/list-duties.ts';
import { ReadSeries } from '../reads/indicator-series/read-series.ts';
import { ReadProgress } from '../reads/progress/read-progress.ts';
import { ReadHistory, ReadSheet } from '../reads/sheet.ts';
import { ListSheets } from '../reads/sheets/list-sheets.ts';
import { ReadWorkspace } from '../reads/workspace/read-workspace.ts';
import {
  DropWorkingCopyHandler, KeepWorkingCopyHandler, ReadWorkingCopyHandler, WorkingCopyDesk,
} from '../working-copy/working-copy.handlers.ts';
import { WorkingCopies } from '../working-copy/working-copies.ts';
import { ApprovalLineController } from './approval-line.controller.ts';
import { ChangesController } from './changes.controller.ts';
import { DutiesController } from './duties.controller.ts';
import { FilesController } from './files.controller.ts';
import { FirstEvaluationController } from './first-evaluation.controller.ts';
import { ProgressController } from './progress.controller.ts';
import { SecretariatController } from './secretariat.controller.ts';
import { SeriesController } from './series.controller.ts';
import { SheetsController } from './sheets.controller.ts';
import { WorkingCopyController } from './working-copy.controller.ts';
import { WorkspaceController } from './workspace.controller.ts';

@Module({
  controllers: [FirstEvaluationController],
  providers: handlesCommands(OpenSheet, SaveFields, CopyLastYear, SubmitFirstEvaluation, TakeFirstEvaluationBack),
})
export class FirstEvaluationModule {}

@Module({
  controllers: [ApprovalLineController],
  providers: handlesCommands(ApproveFirstEvaluation, ApproveOver, ApproveForAbsent, SendFirstEvaluationBack, ReviewAfterwards),
})
export class ApprovalLineModule {}

@Module({
  controllers: [SecretariatController],
  providers: handlesCommands(AcceptFirstEvaluation, Annotate, CorrectSlips, ReplaceFigures, LookAtFigures, TransferSheet, VoidSheet),
})
export class SecretariatModule {}

@Module({
  controllers: [FilesController],
  providers: [
    ...handlesCommands(AttachFile, RemoveFile),
    ...handlesQueries(ReadFile),
    {
      provide: FileDesk,
      useFactory: (store: AttachmentStore, states: FoldedStates, access: AccessTable) => new FileDesk({ store, states, access }),
      inject: [AttachmentStore, FoldedStates, AccessTable],
    },
  ],
})
export class FilesModule {}

@Module({
  controllers: [SheetsController, DutiesController, ProgressController, SeriesController, ChangesController, WorkspaceController],
  providers: handlesQueries(ListSheets, ReadSheet, ReadHistory, ListDuties, ListAllDuties, ReadProgress, ReadSeries, ReadWorkspace),
})
export class SheetsModule {}

@Module({
  controllers: [WorkingCopyController],
  providers: [
    {
      provide: WorkingCopyDesk,
      useFactory: (store: PrivateStore, clocks: ClockOf, states: FoldedStates, access: AccessTable) =>
        new WorkingCopyDesk(new WorkingCopies(store), clocks, states, access),
      inject: [PrivateStore, ClockOf, FoldedStates, AccessTable],
    },
    KeepWorkingCopyHandler, DropWorkingCopyHandler, ReadWorkingCopyHandler,
  ],
})
export class WorkingCopyModule {}
