import type { Room } from '../platform/room.ts';
import { committeeAccess } from './access.ts';
import { committeeDecider } from './domain/committee.ts';
import { CommitteeModule } from './http/committee.module.ts';
import { committeeProblems } from './http/committee.problems.ts';
import { committeesModel } from './reads/committees/committees.model.ts';
import { committeeSeeing } from './seeing.ts';

export const committeeRoom: Room = {
  name: 'committee',
  deciders: [committeeDecider],
  access: committeeAccess,
  seeings: [committeeSeeing],
  problems: committeeProblems,
  models: [committeesModel],
  toDos: [],
  privateTables: [],
  modules: [CommitteeModule],
};
