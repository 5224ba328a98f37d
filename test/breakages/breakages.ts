import type { Breakage } from './breakage.ts';
import { evaluationBreakages } from './evaluation.breakages.ts';
import { eventStoreBreakages } from './event-store.breakages.ts';
import { fileBreakages } from './files.breakages.ts';
import { houseBreakages } from './house.breakages.ts';
import { httpBreakages } from './http.breakages.ts';
import { kurrentBreakages } from './kurrent.breakages.ts';
import { lineBreakages } from './line.breakages.ts';
import { officeBreakages } from './office.breakages.ts';
import { platformBreakages } from './platform.breakages.ts';
import { signInBreakages } from './sign-in.breakages.ts';
import { yearBreakages } from './year.breakages.ts';

/** Everything that is broken on purpose, in the order of the house. */
export const breakages: readonly Breakage[] = [
  ...eventStoreBreakages, ...kurrentBreakages, ...platformBreakages, ...fileBreakages, ...httpBreakages, ...signInBreakages, ...officeBreakages,
  ...yearBreakages, ...evaluationBreakages, ...lineBreakages, ...houseBreakages,
];
