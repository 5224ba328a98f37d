import Database from 'better-sqlite3';

/** What is set against us: better-sqlite3 as it is, with our table, our durability and our cache. */
export function openRawLog(path: string): Database.Database {
  const database = new Database(path);
  database.pragma('journal_mode = WAL');
  durableAndCached(database);
  database.exec(`CREATE TABLE IF NOT EXISTS events (
    position INTEGER PRIMARY KEY, stream INTEGER NOT NULL, revision INTEGER NOT NULL,
    header TEXT NOT NULL, payload TEXT NOT NULL, UNIQUE (stream, revision))`);
  return database;
}

/** A log that we have written, for reading row by row. */
export function openOurLogRaw(path: string): Database.Database {
  const database = new Database(path, { readonly: true });
  durableAndCached(database);
  return database;
}

function durableAndCached(database: Database.Database): void {
  database.pragma('synchronous = FULL');
  database.pragma(`cache_size = -${128 * 1024}`);
  const full = 2;
  if (database.pragma('synchronous', { simple: true }) !== full) throw new Error('the baseline is not durable');
}
