import { chmodSync, copyFileSync, existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { DataDirectoryRefused, fillDataDirectory, lookIntoDataDirectory } from './data-directory.ts';
import type { DataDirectoryPaths } from './data-directory.ts';
import { copyDatabase } from './sqlite/copy-database.ts';
import { openEventFileToRead } from './sqlite/event-file.ts';
import { isSqliteError } from './sqlite/sqlite-error.ts';
import { syncToDisk } from './sync-to-disk.ts';

/**
 * All that cannot be made again, from one data directory into a new one: a backup, or the way back. The first may be in
 * use. The copy is a data directory of its own, so that it can be verified where it lies.
 */
export async function copyDataDirectory(from: string, to: string, { withLog }: { readonly withLog: boolean }): Promise<void> {
  const source = lookIntoDataDirectory(from);
  refuseIncomplete(from, source, withLog);
  if (isFilled(to)) throw new DataDirectoryRefused(`${to} is not empty: nothing is written over what is there`);
  await fillDataDirectory(to, async (target) => {
    try {
      // The log first: whatever an event refers to was there before the event, so it is in what is copied afterwards. That
      // holds of bytes too, which are on the disk before an event names them and are never taken away.
      if (withLog) await copyDatabase(source.events, target.events);
      await copyDatabase(source.private, target.private);
      copyKey(source.digestKey, target.digestKey);
      if (existsSync(source.attachments)) await copyFiles(source.attachments, target.attachments);
      if (existsSync(source.editions)) await copyFiles(source.editions, target.editions);
    } catch (error) {
      for (const path of [target.events, target.private, target.digestKey]) removeDatabase(path);
      for (const path of [target.attachments, target.editions]) rmSync(path, { recursive: true, force: true });
      const reason = isSqliteError(error) || error instanceof Error ? error.message : String(error);
      throw new DataDirectoryRefused(`${to} could not be filled: ${reason}`, { cause: error });
    }
  });
  syncToDisk(to);
}

function refuseIncomplete(path: string, { events, private: people, digestKey }: DataDirectoryPaths, withLog: boolean): void {
  const missing = [...(withLog ? [events] : []), people, digestKey].find((file) => !existsSync(file));
  if (missing !== undefined) throw new DataDirectoryRefused(`${path} is not complete: it holds no ${basename(missing)}`);
  if (withLog) openEventFileToRead(events).close();
}

function isFilled(path: string): boolean {
  if (!existsSync(path)) return false;
  // A fresh volume has this, and nothing else.
  return !statSync(path).isDirectory() || readdirSync(path).some((name) => name !== 'lost+found');
}

function copyKey(from: string, to: string): void {
  copyFileSync(from, to);
  chmodSync(to, 0o600);
  syncToDisk(to);
}

/** Files that nobody changes any more, and the directories in which they lie; a name with a dot first is still to be given. */
async function copyFiles(from: string, to: string): Promise<void> {
  await mkdir(to, { mode: 0o700 });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    if (entry.name.startsWith('.')) continue;
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) {
      await copyFiles(source, target);
    } else {
      await copyFile(source, target);
      syncToDisk(target);
    }
  }
  syncToDisk(to);
}

function removeDatabase(path: string): void {
  for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(path + suffix, { force: true });
}
