import { join } from 'node:path';
import type { StoredText } from '../../libs/event-store/event-store.ts';
import { MemoryEventStore } from '../../libs/event-store/memory/memory-event-store.ts';
import type { Installation } from '../../libs/platform/installation.ts';
import { timed, type Contest, type Side } from './contest.ts';
import { textsAfter } from './event-texts.ts';
import { logIn, Office, openInstallation } from './office.ts';
import { promotion, usualFields } from './papers.ts';
import { openRawLog } from './raw-log.ts';

const sheets = 2_000;
const together = 64;

/**
 * A cycle is opened, and the list of the running product opens its sheets; against bare inserts of the same events. In the
 * first row those come as many to a transaction as in `command-64-batched`, in the second each in its own.
 */
export const contest: Contest = {
  name: 'open-cycle',
  module: import.meta.url,
  rounds: 9,
  rows: [
    { id: 'open-cycle', goal: 0.6, ours: 'meguri', limit: 'many inserts' },
    { id: 'open-cycle-singly', goal: 0.6, ours: 'meguri', limit: 'one insert' },
  ],
  sides: {
    meguri,
    'many inserts': (directory) => inserting(directory, together),
    'one insert': (directory) => inserting(directory, 1),
  },
};

async function meguri(directory: string): Promise<Side> {
  const installation = openInstallation(directory);
  const office = await foundOffice(installation);
  await installation.start();
  let left = 0;
  let allOpen: () => void = () => undefined;
  installation.watch((events) => {
    left -= events.filter(({ header }) => header.type === 'SheetOpened').length;
    if (left === 0) allOpen();
  });
  let years = 0;
  return {
    round: () => timed(sheets, async () => {
      left = sheets;
      const open = new Promise<void>((resolve) => { allOpen = resolve; });
      await office.openCycle(years++);
      await open;
    }),
    close: () => installation.stop(),
  };
}

function foundOffice(installation: Installation): Promise<Office> {
  return Office.found(installation, { municipality: 'bench', sections: [promotion], measures: sheets, fields: usualFields });
}

/** Each event begins a stream of its own, as the opening of a sheet does. */
async function inserting(directory: string, perTransaction: number): Promise<Side> {
  const texts = await textsOfOpening(join(directory, 'texts'));
  const database = openRawLog(logIn(directory));
  const insert = database.prepare<[number, number, string, string]>(
    'INSERT INTO events (stream, revision, header, payload) VALUES (?, ?, ?, ?)');
  let streams = 0;
  const insertAll = (some: readonly StoredText[]): void => {
    for (const { header, payload } of some) insert.run(streams++, 0, header, payload);
  };
  const insertTogether = database.transaction(insertAll);
  const work = perTransaction === 1 ? insertAll : (some: readonly StoredText[]) => { insertTogether.immediate(some); };
  return {
    round: () => timed(sheets, () => {
      for (let first = 0; first < texts.length; first += perTransaction) work(texts.slice(first, first + perTransaction));
    }),
    close: () => { database.close(); },
  };
}

/** The bytes of one opening. */
async function textsOfOpening(directory: string): Promise<readonly StoredText[]> {
  const installation = openInstallation(directory, new MemoryEventStore());
  const office = await foundOffice(installation);
  await office.openCycle(0);
  const before = await installation.store.lastPosition();
  await office.openSheets(0);
  const texts = await textsAfter(installation, before, sheets);
  await installation.stop();
  return texts;
}
