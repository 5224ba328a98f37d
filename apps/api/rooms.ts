import { committeeRoom } from '../../libs/committee/room.ts';
import { cycleRoom } from '../../libs/cycle/room.ts';
import { evaluationRoom } from '../../libs/evaluation/room.ts';
import { municipalityRoom } from '../../libs/municipality/room.ts';
import { planRoom } from '../../libs/plan/room.ts';
import type { Room } from '../../libs/platform/room.ts';
import { schemeRoom } from '../../libs/scheme/room.ts';

/** The house, in the order of the year. */
export const rooms: readonly Room[] = [municipalityRoom, schemeRoom, planRoom, cycleRoom, committeeRoom, evaluationRoom];
