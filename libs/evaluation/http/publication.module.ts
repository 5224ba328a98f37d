import { Module } from '@nestjs/common';
import { handlesCommands, handlesQueries } from '../../platform/buses.ts';
import { AskPublication, CorrectPublished } from '../publication.commands.ts';
import { ListPublicYears } from '../reads/publication/list-public-years.ts';
import { ListPublications } from '../reads/publication/list-publications.ts';
import { ReadEdition, ReadPublicEdition } from '../reads/publication/read-edition.ts';
import { PublicationController } from './publication.controller.ts';
import { PublicController } from './publication.public.controller.ts';

@Module({
  controllers: [PublicationController, PublicController],
  providers: [
    ...handlesCommands(AskPublication, CorrectPublished),
    ...handlesQueries(ListPublications, ReadEdition, ReadPublicEdition, ListPublicYears),
  ],
})
export class PublicationModule {}
