import type { Room } from '../platform/room.ts';
import { municipalityAccess } from './access.ts';
import { municipalityDecider } from './domain/municipality.ts';
import { MunicipalityModule } from './http/municipality.module.ts';
import { organisationProblems } from './http/municipality.problems.ts';
import { SignInModule } from './http/sign-in.module.ts';
import { signInProblems } from './http/sign-in.problems.ts';
import { importProblems } from './import/import.problems.ts';
import { peopleRecordsTables } from './people/people-records.ts';

export const municipalityRoom: Room = {
  name: 'municipality',
  deciders: [municipalityDecider],
  access: municipalityAccess,
  problems: {
    'municipality-exists': { status: 409, ja: 'この自治体は登録済みです。', en: 'This municipality is founded already.' },
    'municipality-unknown': { status: 404, ja: 'この自治体は登録されていません。', en: 'There is no such municipality.' },
    'person-without-post': { status: 409, ja: 'この方はどの職にも就いていません。', en: 'This person holds no post here.' },
    'founding-faulty': { status: 400, ja: '登録内容に誤りがあります。', en: 'Something in the founding is wrong.' },
    ...organisationProblems,
    ...signInProblems,
    ...importProblems,
  },
  models: [],
  toDos: [],
  privateTables: peopleRecordsTables,
  modules: [MunicipalityModule, SignInModule],
};
