import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StoreUnavailable } from '../../event-store/event-store.ts';
import { syncToDisk } from '../../event-store/sync-to-disk.ts';
import { placeOfBytes } from './attachment-place.ts';

/** No municipality is called like this, and no backup copies it. */
const arrivingName = '.arriving';
/** Far longer than anything takes to arrive: what is older was left behind by a process that died. */
const leftBehindMs = 3_600_000;

/** The folder of a directory in which bytes wait until they are whole; what a dead process left there is swept away. */
export function arrivingIn(directory: string): string {
  const folder = join(directory, arrivingName);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    // Another process of this machine may be taking something at this moment.
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > leftBehindMs) rmSync(path, { force: true });
  }
  return folder;
}

/**
 * Gives bytes that are whole and on the disk their name. The same bytes again take the place of the same bytes, which also
 * mends what a failing disk has changed.
 */
export async function nameBytes(arriving: string, directory: string, municipality: string, digest: string): Promise<void> {
  const place = placeOfBytes(directory, municipality, digest);
  if (place === undefined) throw new Error(`${municipality} is no municipality`);
  const folder = dirname(place);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await rename(arriving, place);
  for (const path of [folder, dirname(folder), directory]) syncToDisk(path);
}

/** Full, gone, without a right: of the machine, so it may pass. */
export async function orUnavailable<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).syscall === undefined) throw fault;
    throw new StoreUnavailable(`the bytes beside the log cannot be used: ${(fault as Error).message}`, { cause: fault });
  }
}
