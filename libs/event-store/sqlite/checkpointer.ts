import { workerData } from 'node:worker_threads';
import { checkpointSignal } from './checkpoint-signal.ts';
import { openBesideEventFile } from './event-file.ts';

/** Short enough that the WAL stays small, long enough that the disk is not asked to sync for every commit twice. */
const pauseInMilliseconds = 15;
/** Twice what may be in the WAL before it begins anew, because under load that is noticed a little late. */
const walSizeInBytes = 16 * 1024 * 1024;
const cacheSizeInPages = 16;

interface CheckpointRow {
  /** Frames in the WAL. */
  readonly log: number;
}

const { path, shared } = workerData as { readonly path: string; readonly shared: SharedArrayBuffer };
const signal = checkpointSignal(shared);
signal.ready();
const connection = openBesideEventFile(path);
growWal();

for (let seen = signal.waitForCommits(0); !signal.isStopped(); seen = signal.waitForCommits(seen)) {
  signal.pause(pauseInMilliseconds);
  if (!signal.isStopped()) checkpoint();
}
connection.close();

function checkpoint(): void {
  try {
    const [row] = connection.pragma('wal_checkpoint(PASSIVE)') as CheckpointRow[];
    signal.reportFrames(row?.log ?? 0);
  } catch {
    // A full disk, most likely. What is committed is safe in the WAL; the next commit tries again.
  }
}

/**
 * A commit that makes the WAL grow waits half as long again, for the file system's own journal. So the WAL gets its
 * size at once, by a transaction that is too large for the cache and never commits.
 */
function growWal(): void {
  connection.pragma(`cache_size = ${cacheSizeInPages}`);
  try {
    connection.exec('BEGIN IMMEDIATE; CREATE TABLE filler (content)');
    connection.prepare('INSERT INTO filler VALUES (zeroblob(?))').run(walSizeInBytes);
  } catch {
    // A disk without so much room: a log that can at least be read is better than none.
  } finally {
    if (connection.inTransaction) connection.exec('ROLLBACK');
  }
}
