import { closeSync, mkdirSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { rooms } from '../../apps/api/rooms.ts';
import type { EventStore } from '../../libs/event-store/event-store.ts';
import { SqliteEventStore } from '../../libs/event-store/sqlite/sqlite-event-store.ts';
import { ReadModelHost } from '../../libs/platform/reads/read-model-host.ts';
import { replayLog } from '../../libs/platform/reads/replay.ts';
import { timed, type Contest, type Side } from './contest.ts';
import { evaluate, foundOffices, logIn, openInstallation, sheetsOfAYear } from './office.ts';
import { openOurLogRaw } from './raw-log.ts';

const eventsAtLeast = 1_000_000;
const eventsOfASheet = 50;

/** The log of ten years of four offices, read from its first event to its last. */
export const contest: Contest = {
  name: 'whole-log',
  module: import.meta.url,
  rounds: 5,
  rows: [
    { id: 'replay', goal: 1, ours: 'replay', limit: 'scan' },
    { id: 'rebuild', goal: 0.35, ours: 'rebuild', limit: 'scan' },
  ],
  async prepare(directory) {
    const installation = openInstallation(directory);
    const offices = await foundOffices(installation);
    for (let year = 0; year * sheetsOfAYear * eventsOfASheet < eventsAtLeast; year++) {
      await evaluate(installation, await offices.openYear(year), eventsOfASheet);
    }
    await installation.stop();
  },
  sides: { replay, rebuild, scan },
};

async function replay(directory: string): Promise<Side> {
  const deciders = rooms.flatMap((room) => room.deciders);
  return reading(directory, async (store) => (await replayLog(store, deciders)).events);
}

/** As at a start that finds no read model: all of them from one reading of the log, each in a file that is then put in place. */
async function rebuild(directory: string): Promise<Side> {
  let builds = 0;
  return reading(directory, async (store, events) => {
    const models = join(directory, `read-models-${builds++}`);
    mkdirSync(models);
    const host = new ReadModelHost({
      store,
      catalogue: Object.assign({}, ...rooms.flatMap((room) => room.deciders.map((decider) => decider.catalogue))),
      models: rooms.flatMap((room) => room.models),
      directory: models,
      onFault: (model, fault) => { throw new Error(`${model} stopped`, { cause: fault }); },
      tap: () => undefined,
    });
    await host.start();
    if (host.standing().some(({ state }) => state !== 'following')) throw new Error('a read model was not built');
    await host.stop();
    return events;
  });
}

async function reading(directory: string, read: (store: EventStore, events: number) => Promise<number>): Promise<Side> {
  const path = logIn(join(directory, '..'));
  const store = SqliteEventStore.open(path);
  const events = Number(await store.lastPosition());
  return {
    round() {
      warm(path);
      return timed(events, async () => {
        if (await read(store, events) !== events) throw new Error('not every event was read');
      });
    },
    close: () => store.close(),
  };
}

async function scan(directory: string): Promise<Side> {
  const path = logIn(join(directory, '..'));
  const database = openOurLogRaw(path);
  const events = database.prepare<[], number>('SELECT count(*) FROM events').pluck().get() ?? 0;
  // A page of rows at a time is the quickest way of this driver: stepping costs more, and so does a longer page, as with ours.
  const select = database.prepare<[number], [position: number, header: string, payload: string]>(
    'SELECT position, header, payload FROM events WHERE position > ? ORDER BY position LIMIT 256').raw();
  return {
    round() {
      warm(path);
      return timed(events, () => {
        for (let rows = select.all(0); rows.length > 0; rows = select.all(rows.at(-1)?.[0] ?? events)) {
          for (const [, header, payload] of rows) {
            JSON.parse(header);
            JSON.parse(payload);
          }
        }
      });
    },
    close: () => { database.close(); },
  };
}

/** The page cache of a small machine forgets within seconds, and the disk is not what is measured here. */
function warm(path: string): void {
  const file = openSync(path, 'r');
  const buffer = Buffer.allocUnsafe(1024 * 1024);
  while (readSync(file, buffer) > 0);
  closeSync(file);
}
