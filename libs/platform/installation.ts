import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { EventStore, StoredEvent } from '../event-store/event-store.ts';
import type { Clock } from '../kernel/clock.ts';
import type { EventCatalogue } from '../kernel/decider.ts';
import { AccessTable } from './access/access-table.ts';
import type { ClockOf } from './clock-of.ts';
import { Sight } from './access/sight.ts';
import { AttachmentStore } from './attachments/attachment-store.ts';
import { attachmentProblems } from './attachments/attachment.problems.ts';
import { FoldedStates } from './commands/folded-states.ts';
import { EditionStore } from './editions/edition-store.ts';
import { Site } from './http/site.ts';
import { LowerRooms } from './commands/lower-rooms.ts';
import { Runner } from './commands/runner.ts';
import { Metrics } from './observing/metrics.ts';
import { PrivateStore } from './private-store/private-store.ts';
import { platformProblems, type ProblemTexts } from './problems/problem.ts';
import { ReadModelHost } from './reads/read-model-host.ts';
import type { Room } from './room.ts';
import type { IdentityProviderSettings } from './settings.ts';
import { Leases, leaseTables } from './to-do/lease.ts';
import { ToDoLoop } from './to-do/to-do-loop.ts';

/** Nest's name for the clock, which is an interface and has none of its own. */
export const CLOCK = Symbol('clock');

export interface InstallationParts {
  readonly rooms: readonly Room[];
  readonly store: EventStore;
  readonly privateStorePath: string;
  readonly modelDirectory: string;
  readonly attachmentDirectory: string;
  readonly editionDirectory: string;
  readonly digestKey: string;
  readonly clock: Clock;
  readonly clocks: ClockOf;
  readonly log: Logger;
  /** By which address browsers reach it; unknown where nothing depends on it. */
  readonly publicUrl?: string | undefined;
  /** Without one, people sign in with local accounts only. */
  readonly identityProvider?: IdentityProviderSettings | undefined;
}

/** One process's set of engines with everything that the rooms brought: what serve, demo and the command line share. */
export class Installation {
  readonly store: EventStore;
  readonly clock: Clock;
  readonly clocks: ClockOf;
  readonly log: Logger;
  readonly rooms: readonly Room[];
  readonly privateStore: PrivateStore;
  readonly attachments: AttachmentStore;
  readonly editions: EditionStore;
  readonly states: FoldedStates;
  readonly access: AccessTable;
  readonly site: Site;
  readonly identityProvider: IdentityProviderSettings | undefined;
  readonly sight: Sight;
  readonly problems: ProblemTexts;
  readonly catalogue: EventCatalogue;
  readonly lowerRooms: LowerRooms;
  readonly runner: Runner;
  readonly host: ReadModelHost;
  readonly metrics: Metrics;
  readonly #loops: readonly ToDoLoop<unknown>[];
  readonly #watchers: ((events: readonly StoredEvent[]) => void)[] = [];
  #started: Promise<void> | undefined;

  constructor(parts: InstallationParts) {
    const { rooms, store, clock, clocks, log } = parts;
    this.store = store;
    this.clock = clock;
    this.clocks = clocks;
    this.log = log;
    this.rooms = rooms;
    this.site = new Site(parts.publicUrl);
    this.identityProvider = parts.identityProvider;
    this.privateStore = new PrivateStore(parts.privateStorePath, [leaseTables, ...rooms.flatMap((room) => room.privateTables)]);
    this.attachments = new AttachmentStore(parts.attachmentDirectory);
    this.editions = new EditionStore(parts.editionDirectory);
    this.states = new FoldedStates(store);
    this.access = new AccessTable(rooms.flatMap((room) => room.access));
    this.sight = new Sight({ access: this.access, states: this.states, seeings: rooms.flatMap((room) => room.seeings ?? []) });
    this.problems = onlyOnce('problem', [platformProblems, attachmentProblems, ...rooms.map((room) => room.problems)]);
    this.catalogue = onlyOnce('event type', rooms.flatMap((room) => room.deciders.map((decider) => decider.catalogue)));
    this.host = new ReadModelHost({
      store,
      catalogue: this.catalogue,
      models: rooms.flatMap((room) => room.models),
      directory: parts.modelDirectory,
      onFault: (model, err) => log.error({ err, model }, 'read model stopped'),
      tap: (events) => this.#tell(events),
    });
    this.metrics = new Metrics(() => this.host.standing());
    this.lowerRooms = new LowerRooms(rooms.flatMap((room) => room.answers ?? []), { states: this.states, access: this.access });
    this.runner = new Runner({
      store, states: this.states, access: this.access, lowerRooms: this.lowerRooms, clocks, digestKey: parts.digestKey,
      onRun: (verb, outcome, seconds) => this.metrics.countCommand(verb, outcome, seconds),
    });
    const leases = new Leases(this.privateStore, randomUUID());
    this.#loops = rooms.flatMap((room) => room.toDos).map((toDo) => new ToDoLoop(toDo, {
      host: this.host,
      leases,
      run: (command) => this.runner.run(command),
      from: { states: this.states, editions: this.editions },
      onFault: (loop, err) => log.error({ err, loop }, 'to-do loop met a fault'),
    }));
    this.watch(() => { for (const loop of this.#loops) loop.wake(); });
  }

  /** Called after the read models know new events; best effort. */
  watch(watcher: (events: readonly StoredEvent[]) => void): void {
    this.#watchers.push(watcher);
  }

  /** Follows the log and works the lists off; asked again it answers for the first time. */
  start(): Promise<void> {
    this.#started ??= this.#start();
    return this.#started;
  }

  async stop(): Promise<void> {
    await Promise.all(this.#loops.map((loop) => loop.stop()));
    await this.host.stop();
    await this.store.close();
    this.privateStore.close();
  }

  async #start(): Promise<void> {
    await this.host.start();
    for (const loop of this.#loops) loop.start();
  }

  #tell(events: readonly StoredEvent[]): void {
    for (const watcher of this.#watchers) {
      try {
        watcher(events);
      } catch (err) {
        this.log.warn({ err }, 'a watcher of the log threw');
      }
    }
  }
}

/** One table of many; a name that two rooms bring is a mistake in the house. */
function onlyOnce<Value>(what: string, tables: readonly Readonly<Record<string, Value>>[]): Readonly<Record<string, Value>> {
  const whole: Record<string, Value> = {};
  for (const table of tables) {
    for (const [name, value] of Object.entries(table)) {
      if (name in whole) throw new Error(`two rooms bring the ${what} ${name}`);
      whole[name] = value;
    }
  }
  return whole;
}
