import type { Room } from '../platform/room.ts';
import { cycleAccess } from './access.ts';
import { cycleDecider } from './domain/cycle.ts';
import { CycleModule } from './http/cycle.module.ts';
import { cycleProblems } from './http/cycle.problems.ts';
import { cyclesModel } from './reads/cycles/cycles.model.ts';

export const cycleRoom: Room = {
  name: 'cycle',
  deciders: [cycleDecider],
  access: cycleAccess,
  problems: cycleProblems,
  models: [cyclesModel],
  toDos: [],
  privateTables: [],
  modules: [CycleModule],
};
