import type { Room } from '../platform/room.ts';
import { evaluationAccess } from './access.ts';
import { recommendationDecider } from './domain/recommendations/recommendation.ts';
import { sheetDecider } from './domain/sheet.ts';
import {
  ApprovalLineModule, FilesModule, FirstEvaluationModule, SecretariatModule, SheetsModule, WorkingCopyModule,
} from './http/evaluation.modules.ts';
import { evaluationProblems } from './http/evaluation.problems.ts';
import { PublicationModule } from './http/publication.module.ts';
import { publicationProblems } from './http/publication.problems.ts';
import { RecommendationsModule } from './http/recommendations.module.ts';
import { SecondEvaluationModule } from './http/second-evaluation.module.ts';
import { secondEvaluationProblems } from './http/second-evaluation.problems.ts';
import { StagesModule } from './http/stages.module.ts';
import { stageProblems } from './http/stages.problems.ts';
import { openRecommendations } from './open-recommendations.ts';
import { recommendationSeeing } from './recommendation-seeing.ts';
import { dutiesModel } from './reads/duties/duties.model.ts';
import { progressModel } from './reads/progress/progress.model.ts';
import { publicEditionsModel } from './reads/publication/list-public-years.ts';
import { makeEditions, publicationsToMakeModel } from './reads/publication/publications-to-make.ts';
import { recommendationsModel } from './reads/recommendations/recommendations.model.ts';
import { adoptRecommendations, recommendationsToAdoptModel } from './reads/recommendations-to-adopt/recommendations-to-adopt.ts';
import { sheetsModel } from './reads/sheets/sheets.model.ts';
import { openSheets, sheetsToOpenModel } from './reads/sheets-to-open/sheets-to-open.ts';
import { sheetSeeing } from './seeing.ts';
import { sheetEvidence } from './sheet-evidence.ts';
import { workingCopyTables } from './working-copy/working-copies.ts';

export const evaluationRoom: Room = {
  name: 'evaluation',
  deciders: [sheetDecider, recommendationDecider],
  access: evaluationAccess,
  seeings: [sheetSeeing, recommendationSeeing],
  answers: [sheetEvidence, openRecommendations],
  problems: { ...evaluationProblems, ...secondEvaluationProblems, ...stageProblems, ...publicationProblems },
  models: [sheetsModel, dutiesModel, progressModel, sheetsToOpenModel, recommendationsModel, recommendationsToAdoptModel, publicationsToMakeModel, publicEditionsModel],
  toDos: [openSheets, adoptRecommendations, makeEditions],
  privateTables: workingCopyTables,
  modules: [FirstEvaluationModule, ApprovalLineModule, SecretariatModule, StagesModule, SecondEvaluationModule, FilesModule, SheetsModule, WorkingCopyModule, RecommendationsModule, PublicationModule],
};
