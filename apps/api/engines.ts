import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { openDataDirectory, type DataDirectory } from '../../libs/event-store/data-directory.ts';
import type { EventStore } from '../../libs/event-store/event-store.ts';
import { KurrentEventStore } from '../../libs/event-store/kurrent/kurrent-event-store.ts';
import { SqliteEventStore } from '../../libs/event-store/sqlite/sqlite-event-store.ts';
import { systemClock } from '../../libs/kernel/clock.ts';
import { Installation } from '../../libs/platform/installation.ts';
import type { Settings } from '../../libs/platform/settings.ts';
import { rooms } from './rooms.ts';

export interface Engines {
  readonly installation: Installation;
  readonly directory: DataDirectory;
  close(): Promise<void>;
}

/** Takes the data directory and opens the engines that the settings name. */
export async function openEngines(settings: Settings): Promise<Engines> {
  const directory = openDataDirectory(settings.MEGURI_DATA_DIR);
  try {
    const { paths } = directory;
    const [store, engine]: [EventStore, string] = settings.KURRENTDB_URL === undefined
      ? [SqliteEventStore.open(paths.events), 'sqlite']
      : [new KurrentEventStore(settings.KURRENTDB_URL), 'kurrentdb'];
    const installation = new Installation({
      rooms,
      store,
      privateStorePath: paths.private,
      // Positions of one log mean nothing in another.
      modelDirectory: join(paths.readModels, engine),
      digestKey: digestKeyIn(directory.path),
      clock: systemClock,
      // Beside what the command line prints for a person, not in it.
      log: pino({ level: settings.MEGURI_LOG_LEVEL }, pino.destination(2)),
    });
    const close = async (): Promise<void> => {
      await installation.stop();
      directory.release();
    };
    return { installation, directory, close };
  } catch (fault) {
    directory.release();
    throw fault;
  }
}

/** The key of the digests in the log: made once, and as old as the installation. */
function digestKeyIn(directory: string): string {
  const path = join(directory, 'digest.key');
  if (!existsSync(path)) writeFileSync(path, randomBytes(32).toString('hex'), { mode: 0o600, flush: true });
  return readFileSync(path, 'utf8');
}
