import type { Breakage } from './breakage.ts';
import { eventStoreBreakages } from './event-store.breakages.ts';
import { houseBreakages } from './house.breakages.ts';
import { httpBreakages } from './http.breakages.ts';
import { kurrentBreakages } from './kurrent.breakages.ts';
import { platformBreakages } from './platform.breakages.ts';
import { roomBreakages } from './room.breakages.ts';

/** Everything that is broken on purpose, in the order of the house. */
export const breakages: readonly Breakage[] = [
  ...eventStoreBreakages, ...kurrentBreakages, ...platformBreakages, ...httpBreakages, ...roomBreakages, ...houseBreakages,
];
