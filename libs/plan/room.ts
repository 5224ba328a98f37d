import type { Room } from '../platform/room.ts';
import { planAccess } from './access.ts';
import { planDecider } from './domain/plan.ts';
import { PlanModule } from './http/plan.module.ts';

export const planRoom: Room = {
  name: 'plan',
  deciders: [planDecider],
  access: planAccess,
  problems: {
    'plan-exists': { status: 409, ja: 'この計画は登録済みです。', en: 'This plan is adopted already.' },
    'plan-faulty': { status: 400, ja: '計画に誤りがあります。', en: 'Something in the plan is wrong.' },
  },
  models: [],
  toDos: [],
  privateTables: [],
  modules: [PlanModule],
};
