import type { Room } from '../platform/room.ts';
import { evaluationAccess } from './access.ts';
import { sheetDecider } from './domain/sheet.ts';
import {
  ApprovalLineModule, FilesModule, FirstEvaluationModule, SecretariatModule, SheetsModule, WorkingCopyModule,
} from './http/evaluation.modules.ts';
import { evaluationProblems } from './http/evaluation.problems.ts';
import { dutiesModel } from './reads/duties/duties.model.ts';
import { progressModel } from './reads/progress/progress.model.ts';
import { sheetsModel } from './reads/sheets/sheets.model.ts';
import { openSheets, sheetsToOpenModel } from './reads/sheets-to-open/sheets-to-open.ts';
import { sheetSeeing } from './seeing.ts';
import { sheetEvidence } from './sheet-evidence.ts';
import { workingCopyTables } from './working-copy/working-copies.ts';

export const evaluationRoom: Room = {
  name: 'evaluation',
  deciders: [sheetDecider],
  access: evaluationAccess,
  seeings: [sheetSeeing],
  answers: [sheetEvidence],
  problems: evaluationProblems,
  models: [sheetsModel, dutiesModel, progressModel, sheetsToOpenModel],
  toDos: [openSheets],
  privateTables: workingCopyTables,
  modules: [FirstEvaluationModule, ApprovalLineModule, SecretariatModule, FilesModule, SheetsModule, WorkingCopyModule],
};
