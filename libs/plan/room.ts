import type { Room } from '../platform/room.ts';
import { planAccess } from './access.ts';
import { planDecider } from './domain/plan.ts';
import { PlanModule } from './http/plan.module.ts';
import { planProblems } from './http/plan.problems.ts';
import { plansModel } from './reads/plans/plans.model.ts';

export const planRoom: Room = {
  name: 'plan',
  deciders: [planDecider],
  access: planAccess,
  problems: planProblems,
  models: [plansModel],
  toDos: [],
  privateTables: [],
  modules: [PlanModule],
};
