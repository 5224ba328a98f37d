import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE, DiscoveryModule, Reflector } from '@nestjs/core';
import { CommandBus, CqrsModule, EventBus, QueryBus } from '@nestjs/cqrs';
import { KnownMembers } from '../../libs/committee/known-members.ts';
import { KnownPeople } from '../../libs/municipality/people/known-people.ts';
import { PeopleRecords } from '../../libs/municipality/people/people-records.ts';
import { AccessTable } from '../../libs/platform/access/access-table.ts';
import { PersonNames, WhoAsks } from '../../libs/platform/access/asker.ts';
import { ClockOf } from '../../libs/platform/clock-of.ts';
import { Sight } from '../../libs/platform/access/sight.ts';
import { AttachmentStore } from '../../libs/platform/attachments/attachment-store.ts';
import { EditionStore } from '../../libs/platform/editions/edition-store.ts';
import { BootCheck } from '../../libs/platform/http/boot-check.ts';
import { FoldedStates } from '../../libs/platform/commands/folded-states.ts';
import { Runner } from '../../libs/platform/commands/runner.ts';
import { DeskGuard } from '../../libs/platform/http/desk.ts';
import { InputPipe } from '../../libs/platform/http/input-pipe.ts';
import { Site } from '../../libs/platform/http/site.ts';
import { CLOCK, Installation } from '../../libs/platform/installation.ts';
import { LoggedEvent } from '../../libs/platform/observing/logged-event.ts';
import { PrivateStore } from '../../libs/platform/private-store/private-store.ts';
import { ProblemFilter } from '../../libs/platform/problems/problem-filter.ts';
import { Answerer } from '../../libs/platform/reads/answerer.ts';
import { HealthController } from './health.controller.ts';
import { OperatorController, OperatorSecret } from './operator-desk.ts';
import { StartPageController } from './start-page.controller.ts';

/** Binds the engines of an installation, and the questions that one room asks and a lower one answers. */
@Module({})
export class AppModule {
  static of(installation: Installation): DynamicModule {
    const { store, states, access, sight, runner, lowerRooms, host, privateStore, clock, clocks, problems, log } = installation;
    const records = new PeopleRecords(privateStore, clock);
    const known = new KnownPeople(records, states, clocks);
    const shared: Provider[] = [
      { provide: Installation, useValue: installation },
      { provide: Runner, useValue: runner },
      { provide: FoldedStates, useValue: states },
      { provide: AccessTable, useValue: access },
      { provide: PrivateStore, useValue: privateStore },
      { provide: AttachmentStore, useValue: installation.attachments },
      { provide: EditionStore, useValue: installation.editions },
      { provide: Sight, useValue: sight },
      { provide: CLOCK, useValue: clock },
      { provide: ClockOf, useValue: clocks },
      { provide: Site, useValue: installation.site },
      { provide: PeopleRecords, useValue: records },
      { provide: KnownPeople, useValue: known },
      { provide: PersonNames, useValue: records.people },
      { provide: WhoAsks, useValue: new KnownMembers({ known, states, host, clocks }) },
      { provide: Answerer, useValue: new Answerer({ store, states, access, sight, host, names: records.people, lowerRooms, clocks }) },
    ];
    return {
      module: AppModule,
      global: true,
      imports: [CqrsModule.forRoot(), DiscoveryModule, ...installation.rooms.flatMap((room) => room.modules)],
      controllers: [StartPageController, HealthController, OperatorController],
      providers: [
        ...shared,
        BootCheck,
        OperatorSecret,
        { provide: APP_FILTER, useValue: new ProblemFilter(problems, log) },
        { provide: APP_PIPE, useClass: InputPipe },
        {
          provide: APP_GUARD,
          useFactory: (reflector: Reflector, whoAsks: WhoAsks, names: PersonNames, site: Site, commands: CommandBus, queries: QueryBus) =>
            new DeskGuard(reflector, whoAsks, names, site, { commands, queries }),
          inject: [Reflector, WhoAsks, PersonNames, Site, CommandBus, QueryBus],
        },
      ],
      exports: shared,
    };
  }

  constructor(installation: Installation, events: EventBus) {
    installation.watch((stored) => { for (const one of stored) void events.publish(new LoggedEvent(one)); });
  }
}
