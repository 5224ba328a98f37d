import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Returns when a file, or the list of what is in a directory, is on the disk. */
export function syncToDisk(path: string): void {
  const descriptor = openSync(path, 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
}
