import type { Room } from '../platform/room.ts';
import { evaluationAccess } from './access.ts';
import { sheetDecider } from './domain/sheet.ts';
import { FirstEvaluationModule, SheetsModule, WorkingCopyModule } from './http/evaluation.modules.ts';
import { evaluationProblems } from './http/evaluation.problems.ts';
import { sheetsModel } from './reads/sheets/sheets.model.ts';
import { openSheets, sheetsToOpenModel } from './reads/sheets-to-open/sheets-to-open.ts';
import { workingCopyTables } from './working-copy/working-copies.ts';

export const evaluationRoom: Room = {
  name: 'evaluation',
  deciders: [sheetDecider],
  access: evaluationAccess,
  problems: evaluationProblems,
  models: [sheetsModel, sheetsToOpenModel],
  toDos: [openSheets],
  privateTables: workingCopyTables,
  modules: [FirstEvaluationModule, SheetsModule, WorkingCopyModule],
};
