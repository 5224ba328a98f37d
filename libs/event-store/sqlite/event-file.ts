import Database from 'better-sqlite3';
import { isSqliteError } from './sqlite-error.ts';

export type Connection = Database.Database;

/** "MGRI" in the file's header, so that no other program's file is taken for a log, nor ours for another's. */
const applicationId = 0x4d475249;
const formatVersion = 1;
/** Older ones may corrupt a WAL file that two connections checkpoint at once. */
const oldestSqlite = [3, 51, 3];
const fullSynchronous = 2;
const cacheSizeInKibibytes = 128 * 1024;
const busyTimeoutInMilliseconds = 5_000;

/** A file that must not be opened as an event log; the message is one line for the operator. */
export class EventFileRefused extends Error {
  override readonly name = 'EventFileRefused';
}

/** The connection that reads and writes the log; a missing or empty file becomes an empty log. */
export function openEventFile(path: string): Connection {
  return openChecked(path, (connection) => {
    const isNew = checkFormat(connection, path);
    connection.pragma('journal_mode = WAL');
    makeDurable(connection);
    connection.pragma('wal_autocheckpoint = 0');
    connection.pragma(`cache_size = -${cacheSizeInKibibytes}`);
    if (isNew) createTables(connection);
  });
}

/** A further connection to a log that is already open. */
export function openBesideEventFile(path: string): Connection {
  return openChecked(path, makeDurable);
}

/** A connection that cannot write, beside whoever writes the log. */
export function openEventFileToRead(path: string): Connection {
  return openChecked(path, (connection) => {
    if (checkFormat(connection, path)) throw new EventFileRefused(`${path} is empty`);
  }, { readonly: true, fileMustExist: true });
}

function openChecked(path: string, prepare: (connection: Connection) => void, options: Database.Options = {}): Connection {
  let connection: Connection | undefined;
  try {
    connection = new Database(path, { timeout: busyTimeoutInMilliseconds, ...options });
    checkSqlite(connection);
    prepare(connection);
    return connection;
  } catch (error) {
    connection?.close();
    if (error instanceof EventFileRefused) throw error;
    const reason = isSqliteError(error) || error instanceof Error ? error.message : String(error);
    throw new EventFileRefused(`${path} cannot be opened as an event log: ${reason}`, { cause: error });
  }
}

/** SQLite falls back to NORMAL when it reopens a WAL file, and then an acknowledged event may be lost with the power. */
function makeDurable(connection: Connection): void {
  connection.pragma('synchronous = FULL');
  const synchronous = Number(connection.pragma('synchronous', { simple: true }));
  const journal = String(connection.pragma('journal_mode', { simple: true }));
  if (synchronous !== fullSynchronous || journal !== 'wal') {
    throw new EventFileRefused(
      `${connection.name} does not keep what it acknowledges: synchronous is ${synchronous}, journal is ${journal}`);
  }
}

function checkSqlite(connection: Connection): void {
  const version = connection.prepare<[], string>('SELECT sqlite_version()').pluck().get() ?? '0';
  if (!isAtLeast(version.split('.').map(Number), oldestSqlite)) {
    throw new EventFileRefused(`SQLite ${version} is too old: at least ${oldestSqlite.join('.')} is needed`);
  }
}

export function isAtLeast(version: readonly number[], oldest: readonly number[]): boolean {
  for (const [index, needed] of oldest.entries()) {
    const part = version[index] ?? 0;
    if (part !== needed) return part > needed;
  }
  return true;
}

/** Comes before the first change, so that a foreign file stays as it was. True for a file that has nothing yet. */
function checkFormat(connection: Connection, path: string): boolean {
  const tables = connection.prepare<[], number>('SELECT count(*) FROM sqlite_schema').pluck().get();
  const id = connection.pragma('application_id', { simple: true });
  const version = Number(connection.pragma('user_version', { simple: true }));
  if (tables === 0 && id === 0 && version === 0) return true;
  if (id !== applicationId) throw new EventFileRefused(`${path} is not an event log of Meguri`);
  if (version > formatVersion) {
    throw new EventFileRefused(
      `${path} has format ${version}, written by a newer Meguri; this one knows formats up to ${formatVersion}`);
  }
  return false;
}

function createTables(connection: Connection): void {
  connection.transaction(() => {
    connection.exec(`
      CREATE TABLE streams (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
      CREATE TABLE events (
        position INTEGER PRIMARY KEY,
        stream INTEGER NOT NULL,
        revision INTEGER NOT NULL,
        header TEXT NOT NULL,
        payload TEXT NOT NULL,
        UNIQUE (stream, revision)
      );`);
    connection.pragma(`application_id = ${applicationId}`);
    connection.pragma(`user_version = ${formatVersion}`);
  }).immediate();
}
