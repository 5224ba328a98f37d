import type { Room } from '../platform/room.ts';
import { schemeAccess } from './access.ts';
import { schemeDecider } from './domain/scheme.ts';
import { SchemeModule } from './http/scheme.module.ts';

export const schemeRoom: Room = {
  name: 'scheme',
  deciders: [schemeDecider],
  access: schemeAccess,
  problems: {
    'scheme-faulty': { status: 400, ja: '評価制度の設定に誤りがあります。', en: 'Something in the scheme is wrong.' },
    'scheme-missing': { status: 409, ja: '評価制度がまだ設定されていません。', en: 'No scheme has been adopted yet.' },
  },
  models: [],
  toDos: [],
  privateTables: [],
  modules: [SchemeModule],
};
