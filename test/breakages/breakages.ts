import type { Breakage } from './breakage.ts';
import { committeeBreakages } from './committee.breakages.ts';
import { demonstrationBreakages } from './demonstration.breakages.ts';
import { evaluationBreakages } from './evaluation.breakages.ts';
import { eventStoreBreakages } from './event-store.breakages.ts';
import { fileBreakages } from './files.breakages.ts';
import { houseBreakages } from './house.breakages.ts';
import { httpBreakages } from './http.breakages.ts';
import { kurrentBreakages } from './kurrent.breakages.ts';
import { lineBreakages } from './line.breakages.ts';
import { officeBreakages } from './office.breakages.ts';
import { platformBreakages } from './platform.breakages.ts';
import { publicationBreakages } from './publication.breakages.ts';
import { recommendationBreakages } from './recommendations.breakages.ts';
import { revisionBreakages } from './revision.breakages.ts';
import { schemeStagesBreakages } from './scheme-stages.breakages.ts';
import { secrecyBreakages } from './secrecy.breakages.ts';
import { secondEvaluationBreakages } from './second-evaluation.breakages.ts';
import { secrecyWalkBreakages } from './secrecy-walk.breakages.ts';
import { signInBreakages } from './sign-in.breakages.ts';
import { stageBreakages } from './stages.breakages.ts';
import { yearBreakages } from './year.breakages.ts';

/** Everything that is broken on purpose, in the order of the house. */
export const breakages: readonly Breakage[] = [
  ...eventStoreBreakages, ...kurrentBreakages, ...platformBreakages, ...fileBreakages, ...httpBreakages, ...signInBreakages, ...officeBreakages,
  ...yearBreakages, ...schemeStagesBreakages, ...revisionBreakages, ...committeeBreakages, ...evaluationBreakages, ...lineBreakages, ...stageBreakages, ...secondEvaluationBreakages,
  ...recommendationBreakages, ...publicationBreakages, ...secrecyBreakages, ...demonstrationBreakages, ...houseBreakages, ...secrecyWalkBreakages,
];
