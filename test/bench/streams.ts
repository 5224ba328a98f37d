import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { sheetCatalogue } from '../../libs/evaluation/domain/sheet.events.ts';
import { SqliteEventStore } from '../../libs/event-store/sqlite/sqlite-event-store.ts';
import { decode } from '../../libs/kernel/decider.ts';
import { timed, type Contest, type Side } from './contest.ts';
import { evaluate, foundOffices, logIn, openInstallation, shuffled } from './office.ts';
import { openOurLogRaw } from './raw-log.ts';

const eventsEach = 30;

/** Sheets of thirty events, as a year left them in the log: read one by one, in no order. */
export const contest: Contest = {
  name: 'streams',
  module: import.meta.url,
  rounds: 15,
  rows: [{ id: 'stream-30', goal: 1.1, ours: 'ours', limit: 'raw' }],
  async prepare(directory) {
    const installation = openInstallation(directory);
    await evaluate(installation, await (await foundOffices(installation)).openYear(0), eventsEach);
    await installation.stop();
  },
  sides: {
    async ours(directory) {
      const store = SqliteEventStore.open(ownCopy(directory));
      const streams = sheetsIn(logIn(directory)).map(({ name }) => name);
      return readingEach(streams, async (stream) => {
        const events = await store.readStream(stream);
        for (const { header, payload } of events) decode(sheetCatalogue, header, payload);
        return events.length;
      }, () => store.close());
    },
    async raw(directory) {
      const database = openOurLogRaw(ownCopy(directory));
      const select = database.prepare<[number], [header: string, payload: string]>(
        'SELECT header, payload FROM events WHERE stream = ? ORDER BY revision').raw();
      return readingEach(sheetsIn(logIn(directory)).map(({ id }) => id), (stream) => {
        const rows = select.all(stream);
        for (const [header, payload] of rows) {
          JSON.parse(header);
          JSON.parse(payload);
        }
        return rows.length;
      }, () => { database.close(); });
    },
  },
};

/** One store, one file: two processes would share its locks. */
function ownCopy(directory: string): string {
  copyFileSync(logIn(join(directory, '..')), logIn(directory));
  return logIn(directory);
}

function sheetsIn(path: string): readonly { readonly id: number; readonly name: string }[] {
  const database = openOurLogRaw(path);
  const streams = database.prepare<[], { id: number; name: string }>("SELECT id, name FROM streams WHERE name LIKE 'sheet-%'").all();
  database.close();
  return streams;
}

function readingEach<Stream>(
  streams: readonly Stream[], read: (stream: Stream) => Promise<number> | number, close: () => Promise<void> | void,
): Side {
  return {
    round: () => timed(streams.length, async () => {
      for (const stream of shuffled(streams)) {
        if (await read(stream) !== eventsEach) throw new Error(`a sheet has not ${eventsEach} events`);
      }
    }),
    close,
  };
}
