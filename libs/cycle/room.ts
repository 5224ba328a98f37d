import type { Room } from '../platform/room.ts';
import { cycleAccess } from './access.ts';
import { cycleDecider } from './domain/cycle.ts';
import { CycleModule } from './http/cycle.module.ts';

export const cycleRoom: Room = {
  name: 'cycle',
  deciders: [cycleDecider],
  access: cycleAccess,
  problems: {
    'cycle-exists': { status: 409, ja: 'この年度の評価は開始済みです。', en: 'The cycle of this year is open already.' },
    'cycle-faulty': { status: 400, ja: '評価年度の設定に誤りがあります。', en: 'Something in the cycle is wrong.' },
    'plan-missing': { status: 409, ja: '指定された計画がありません。', en: 'There is no such plan.' },
  },
  models: [],
  toDos: [],
  privateTables: [],
  modules: [CycleModule],
};
