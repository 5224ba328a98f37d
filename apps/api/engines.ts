import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import {
  DataDirectoryRefused, lookIntoDataDirectory, openDataDirectory, type DataDirectory,
} from '../../libs/event-store/data-directory.ts';
import type { EventStore, LogReader } from '../../libs/event-store/event-store.ts';
import { WrongConnectionString } from '../../libs/event-store/kurrent/connection-string.ts';
import { KurrentEventStore } from '../../libs/event-store/kurrent/kurrent-event-store.ts';
import { SqliteEventStore } from '../../libs/event-store/sqlite/sqlite-event-store.ts';
import { SqliteLogReader } from '../../libs/event-store/sqlite/sqlite-log-reader.ts';
import { systemClock } from '../../libs/kernel/clock.ts';
import { MovableClocks } from '../../libs/municipality/movable-clocks.ts';
import { Installation } from '../../libs/platform/installation.ts';
import { identityProviderIn, WrongSetting, type Settings } from '../../libs/platform/settings.ts';
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
    const digestKey = digestKeyIn(paths.digestKey);
    const [store, engine]: [EventStore, string] = settings.KURRENTDB_URL === undefined
      ? [SqliteEventStore.open(paths.events), 'sqlite']
      : [kurrentAt(settings.KURRENTDB_URL), 'kurrentdb'];
    const installation = await installed(store, {
      rooms,
      privateStorePath: paths.private,
      // Positions of one log mean nothing in another.
      modelDirectory: join(paths.readModels, engine),
      attachmentDirectory: paths.attachments,
      editionDirectory: paths.editions,
      digestKey,
      clock: systemClock,
      clocks: new MovableClocks(systemClock),
      publicUrl: settings.MEGURI_PUBLIC_URL,
      identityProvider: identityProviderIn(settings),
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

/** The log for whoever only looks, whoever holds the data directory meanwhile. */
export function openLog(settings: Settings): LogReader {
  if (settings.KURRENTDB_URL !== undefined) return kurrentAt(settings.KURRENTDB_URL);
  return openLogFile(settings.MEGURI_DATA_DIR);
}

/** The same of the log in a data directory, which is a file that can also be looked at as a file. */
export function openLogFile(path: string): SqliteLogReader {
  const { events } = lookIntoDataDirectory(path);
  if (!existsSync(events)) throw new DataDirectoryRefused(`${path} holds no event log (a log in KurrentDB is found by KURRENTDB_URL)`);
  return new SqliteLogReader(events);
}

function kurrentAt(url: string): KurrentEventStore {
  try {
    return new KurrentEventStore(url);
  } catch (fault) {
    // Without the fault as its cause: nothing that came near the password is handed on.
    throw fault instanceof WrongConnectionString ? new WrongSetting(`KURRENTDB_URL: ${fault.message}`) : fault;
  }
}

async function installed(store: EventStore, parts: Omit<ConstructorParameters<typeof Installation>[0], 'store'>): Promise<Installation> {
  try {
    return new Installation({ ...parts, store });
  } catch (fault) {
    await store.close();
    throw fault;
  }
}

export function isDigestKey(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}

/** Made once, and whole or not at all: half a key would be believed for ever. */
function digestKeyIn(path: string): string {
  try {
    if (!existsSync(path)) {
      writeFileSync(`${path}.new`, randomBytes(32).toString('hex'), { mode: 0o600, flush: true });
      renameSync(`${path}.new`, path);
    }
    const key = readFileSync(path, 'utf8');
    if (isDigestKey(key)) return key;
  } catch (fault) {
    throw new DataDirectoryRefused(`${path} cannot be used: ${fault instanceof Error ? fault.message : String(fault)}`, { cause: fault });
  }
  throw new DataDirectoryRefused(`${path} is damaged: it holds no key of 64 hexadecimal digits`);
}
