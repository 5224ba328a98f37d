import { existsSync } from 'node:fs';
import { copyDataDirectory } from '../../libs/event-store/copy-data-directory.ts';
import { lookIntoDataDirectory } from '../../libs/event-store/data-directory.ts';
import { systemClock } from '../../libs/kernel/clock.ts';
import { PeopleRecords, peopleRecordsTables } from '../../libs/municipality/people/people-records.ts';
import { PrivateStore } from '../../libs/platform/private-store/private-store.ts';
import type { Settings } from '../../libs/platform/settings.ts';
import { extentOfLog } from './backup.command.ts';
import { CannotDo } from './one-line.ts';
import { operatorCommand } from './operator-command.ts';
import type { Output } from './output.ts';

export const restoreCommand = operatorCommand({
  name: 'restore',
  description: 'bring a backup back into a data directory in which there is nothing yet',
  args: { directory: { type: 'positional', description: 'where the backup lies', required: true } },
  run: restore,
});

/** A backup is of another day: whoever signed out since must not be signed in again by it. */
function endSessions(target: string): void {
  const store = new PrivateStore(lookIntoDataDirectory(target).private, peopleRecordsTables);
  try {
    new PeopleRecords(store, systemClock).endEverySession();
  } finally {
    store.close();
  }
}

export async function restore(settings: Settings, { directory }: { readonly directory: string }, output: Output): Promise<void> {
  const { MEGURI_DATA_DIR: target, KURRENTDB_URL } = settings;
  const withLog = KURRENTDB_URL === undefined;
  const { events } = lookIntoDataDirectory(directory);
  if (!withLog && existsSync(events)) {
    throw new CannotDo(`${directory} holds an event log, which would not be used: KURRENTDB_URL names another`);
  }
  if (withLog && !existsSync(events)) {
    throw new CannotDo(`${directory} holds no event log: it was in KurrentDB, which KURRENTDB_URL must name`);
  }
  await copyDataDirectory(directory, target, { withLog });
  endSessions(target);
  await output.line(`restored to ${target}: ${withLog ? await extentOfLog(target) : 'all but the event log, which is in KurrentDB'}; `
    + 'read models are built at the next start');
}
