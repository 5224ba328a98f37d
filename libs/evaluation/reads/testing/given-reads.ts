import { randomUUID } from 'node:crypto';
import { committeeAccess } from '../../../committee/access.ts';
import { committeeCatalogue, type CommitteeEvent } from '../../../committee/domain/committee.events.ts';
import { committeeSeeing } from '../../../committee/seeing.ts';
import { cycleCatalogue, type CycleEvent } from '../../../cycle/domain/cycle.events.ts';
import { newDirectory } from '../../../event-store/contract/given-directory.ts';
import { appended } from '../../../event-store/contract/given-events.ts';
import { writeEvent } from '../../../event-store/event-text.ts';
import { MemoryEventStore } from '../../../event-store/memory/memory-event-store.ts';
import type { Instant } from '../../../kernel/clock.ts';
import type { EventCatalogue } from '../../../kernel/decider.ts';
import { municipalityCatalogue, type MunicipalityEvent } from '../../../municipality/domain/municipality.events.ts';
import { planCatalogue, type PlanEvent } from '../../../plan/domain/plan.events.ts';
import { AccessTable } from '../../../platform/access/access-table.ts';
import type { Asker } from '../../../platform/access/asker.ts';
import { Sight } from '../../../platform/access/sight.ts';
import { LowerRooms } from '../../../platform/commands/lower-rooms.ts';
import { FoldedStates } from '../../../platform/commands/folded-states.ts';
import { Answerer } from '../../../platform/reads/answerer.ts';
import type { QueryClass } from '../../../platform/reads/question.ts';
import { ReadModelHost } from '../../../platform/reads/read-model-host.ts';
import { schemeCatalogue, type SchemeEvent } from '../../../scheme/domain/scheme.events.ts';
import { evaluationAccess } from '../../access.ts';
import { recommendationCatalogue, type RecommendationEvent } from '../../domain/recommendations/recommendation.events.ts';
import { sheetCatalogue, type SheetEvent } from '../../domain/sheet.events.ts';
import { evaluationRoom } from '../../room.ts';

const catalogue: EventCatalogue = {
  ...municipalityCatalogue, ...schemeCatalogue, ...planCatalogue, ...cycleCatalogue, ...sheetCatalogue, ...recommendationCatalogue,
  ...committeeCatalogue,
};

type LoggedHere = MunicipalityEvent | SchemeEvent | PlanEvent | CycleEvent | SheetEvent | RecommendationEvent | CommitteeEvent;

/** A log, and everything of this room that reads it. */
export interface GivenReads {
  readonly store: MemoryEventStore;
  readonly states: FoldedStates;
  readonly access: AccessTable;
  readonly sight: Sight;
  /** Onto the end of a stream; the id of the last event. */
  log(this: void, stream: string, ...events: readonly LoggedHere[]): Promise<string>;
  /** From a state that knows everything that was logged. */
  ask<Asked extends object, Answer>(this: void, query: QueryClass<Asked, Answer>, asker: Asker, asked: Asked): Promise<Answer>;
  /** What time it is from now on: for the log and for whoever asks. */
  at(this: void, now: Instant): void;
  close(this: void): Promise<void>;
}

export async function givenReads(): Promise<GivenReads> {
  const store = new MemoryEventStore();
  const directory = newDirectory();
  const faults: unknown[] = [];
  const { models } = evaluationRoom;
  const host = new ReadModelHost({
    store, catalogue, models, directory: directory.path, onFault: (_model, fault) => { faults.push(fault); }, tap: () => {},
  });
  const states = new FoldedStates(store);
  const access = new AccessTable([...evaluationAccess, ...committeeAccess]);
  const sight = new Sight({ access, states, seeings: [...evaluationRoom.seeings ?? [], committeeSeeing] });
  let now: Instant = '2026-05-20T01:00:00.000Z';
  const answerer = new Answerer({
    store, states, access, sight, host, names: { nameOf: (_municipality, person) => `${person}さん` }, clocks: { now: () => now },
    lowerRooms: new LowerRooms(evaluationRoom.answers ?? [], { states, access }),
  });
  await host.start();
  return {
    store, states, access, sight,
    async log(stream, ...events) {
      let last = '';
      for (const event of events) {
        const { type, ...members } = event;
        last = randomUUID();
        const revision = (await store.readStream(stream)).length;
        await appended(store, stream, revision - 1, [writeEvent({
          actor: 'person-1', command: randomUUID(), commandDigest: '0'.repeat(64), correlation: randomUUID(), id: last, municipality: 'mihon',
          recordedAt: now, revision, stream, type, version: catalogue[type]?.version ?? 0,
        }, members)]);
      }
      return last;
    },
    async ask(query, asker, asked) {
      const answer = await answerer.answer(new query(asker, asked, await store.lastPosition()));
      if (faults.length > 0) throw faults[0];
      return answer as never;
    },
    at: (instant) => { now = instant; },
    async close() {
      await host.stop();
      await store.close();
      directory.remove();
    },
  };
}
