import { Module } from '@nestjs/common';
import { handlesCommands, handlesQueries } from '../../platform/buses.ts';
import {
  AbolishDepartment, AbolishSection, Appoint, ClosePost, CloseMunicipality, CreatePost, EndAppointment, FoundDepartment, FoundMunicipality,
  FoundSection, MergeDepartments, MergeSections, MoveSection, RecordAccountDeed, RenameDepartment, RenameSection, SetCalendar, SetWords,
} from '../commands.ts';
import { ReadCalendar, ReadMunicipality, ReadPosts, WhoAmI } from '../reads.ts';
import { MunicipalityController } from './municipality.controller.ts';
import { DepartmentsController } from './municipality.departments.controller.ts';
import { PostsController } from './municipality.posts.controller.ts';
import { SectionsController } from './municipality.sections.controller.ts';

@Module({
  controllers: [MunicipalityController, DepartmentsController, SectionsController, PostsController],
  providers: [
    ...handlesCommands(
      FoundMunicipality, CloseMunicipality, SetWords, SetCalendar,
      FoundDepartment, RenameDepartment, MergeDepartments, AbolishDepartment,
      FoundSection, RenameSection, MoveSection, MergeSections, AbolishSection,
      CreatePost, ClosePost, Appoint, EndAppointment, RecordAccountDeed,
    ),
    ...handlesQueries(ReadMunicipality, ReadPosts, ReadCalendar, WhoAmI),
  ],
})
export class MunicipalityModule {}
