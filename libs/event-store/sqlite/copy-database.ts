import { chmodSync } from 'node:fs';
import Database from 'better-sqlite3';
import { syncToDisk } from '../sync-to-disk.ts';

const busyTimeoutInMilliseconds = 5_000;
/** 1 MiB at a time: who writes in this process has a turn in between. */
const pagesPerStep = 256;

/** A copy of a database as it stands at one moment, while others may go on writing to it. */
export async function copyDatabase(from: string, to: string): Promise<void> {
  const source = new Database(from, { readonly: true, fileMustExist: true, timeout: busyTimeoutInMilliseconds });
  try {
    // SQLite begins a backup anew whenever another connection has written, and under load that never ends. A read
    // transaction that is held open does not see what is written, so there is nothing to begin anew for.
    source.exec('BEGIN');
    source.prepare('SELECT count(*) FROM sqlite_schema').get();
    await source.backup(to, { progress: () => pagesPerStep });
  } finally {
    source.close();
  }
  settle(to);
}

/** One file that needs nothing beside it, so that it can also be read from a medium that cannot be written. */
function settle(path: string): void {
  const copy = new Database(path, { fileMustExist: true });
  try {
    copy.pragma('journal_mode = DELETE');
  } finally {
    copy.close();
  }
  chmodSync(path, 0o600);
  syncToDisk(path);
}
