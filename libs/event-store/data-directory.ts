import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { isSqliteError } from './sqlite/sqlite-error.ts';

/** The process that has a data directory for itself. */
export interface Holder {
  readonly pid: number;
  readonly startedAt: string;
  /** Where it answers, once it serves. */
  readonly url?: string;
  /** What a command of the operator shows it. The file that holds it is for the owner of the directory only. */
  readonly operatorSecret?: string;
}

export interface DataDirectoryPaths {
  readonly events: string;
  /** People, sessions, working copies: what is not in the log. */
  readonly private: string;
  /** A directory; everything in it may be deleted at any time. */
  readonly readModels: string;
}

/** A directory that this process must not use; the message is one line for the operator. */
export class DataDirectoryRefused extends Error {
  override readonly name = 'DataDirectoryRefused';
}

const formatVersion = 1;
const markerName = 'meguri.json';
const holderName = 'holder.json';
const lockName = 'lock.sqlite';
/** What may lie in a directory that nobody has finished preparing. `lost+found` stands in every fresh volume. */
const notYetOurs = new Set([lockName, holderName, `${holderName}.new`, `${markerName}.new`, 'lost+found']);
/** Outlasts the moment in which `readHolder` looks whether the lock is free. */
const lockTimeoutInMilliseconds = 250;

/** A data directory that is this process's alone until it is released, or until the process ends in whatever way. */
export class DataDirectory {
  readonly path: string;
  readonly paths: DataDirectoryPaths;
  readonly #lock: Database.Database;
  #holder: Holder;

  constructor(path: string, lock: Database.Database, startedAt: string) {
    this.path = path;
    this.paths = {
      events: join(path, 'events.sqlite'),
      private: join(path, 'private.sqlite'),
      readModels: join(path, 'read-models'),
    };
    this.#lock = lock;
    this.#holder = { pid: process.pid, startedAt };
    this.#introduce();
  }

  /** Tells other processes how to reach this one. */
  announce(reachable: Required<Pick<Holder, 'url' | 'operatorSecret'>>): void {
    this.#holder = { ...this.#holder, ...reachable };
    this.#introduce();
  }

  release(): void {
    if (!this.#lock.open) return;
    rmSync(join(this.path, holderName), { force: true });
    this.#lock.close();
  }

  #introduce(): void {
    replaceFile(join(this.path, holderName), this.#holder);
  }
}

/** Takes the directory, and makes it when there is none. Throws `DataDirectoryRefused` when it must not be used. */
export function openDataDirectory(path: string, startedAt = new Date().toISOString()): DataDirectory {
  const isNew = prepare(path);
  const lock = takeLock(path);
  try {
    if (isNew) replaceFile(join(path, markerName), { format: formatVersion });
    const directory = new DataDirectory(path, lock, startedAt);
    mkdirSync(directory.paths.readModels, { recursive: true, mode: 0o700 });
    return directory;
  } catch (error) {
    lock.close();
    throw refused(path, error);
  }
}

/** Who has the directory now; undefined when nobody does, whatever a process that was killed has left behind. */
export async function readHolder(path: string): Promise<Holder | undefined> {
  const attempts = 20;
  const pauseInMilliseconds = 25;
  for (let attempt = 1; isLocked(path); attempt += 1) {
    const holder = readJson(join(path, holderName)) as Holder | undefined;
    // Between taking the lock and writing the file there is a moment in which the file is missing or its predecessor's.
    if (holder !== undefined && (isAlive(holder.pid) || attempt >= attempts)) return holder;
    if (attempt >= attempts) throw new DataDirectoryRefused(`${path} is held by a process that does not say who it is`);
    await setTimeout(pauseInMilliseconds);
  }
  return undefined;
}

/** True when the directory still has to be marked as ours. */
function prepare(path: string): boolean {
  const names = listOrMake(path);
  if (!names.includes(markerName)) {
    const foreign = names.find((name) => !notYetOurs.has(name));
    if (foreign === undefined) return true;
    throw new DataDirectoryRefused(`${path} is not a data directory of Meguri: it holds ${foreign} but no ${markerName}`);
  }
  const marker = readJson(join(path, markerName)) as { readonly format?: unknown } | undefined;
  const format = marker?.format;
  if (typeof format !== 'number' || !Number.isInteger(format) || format < 1) {
    throw new DataDirectoryRefused(`${path} is not a data directory of Meguri: its ${markerName} names no format`);
  }
  if (format > formatVersion) {
    throw new DataDirectoryRefused(
      `${path} has format ${format}, written by a newer Meguri; this one knows formats up to ${formatVersion}`);
  }
  return false;
}

function listOrMake(path: string): string[] {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    return readdirSync(path);
  } catch (error) {
    throw refused(path, error);
  }
}

/**
 * An open exclusive transaction on a file of its own: the operating system ends it with the process, however that
 * ends. No other code of this process may open the file, because closing it would drop the lock.
 */
function takeLock(path: string): Database.Database {
  let lock: Database.Database | undefined;
  try {
    lock = new Database(join(path, lockName), { timeout: lockTimeoutInMilliseconds });
    // Nothing is ever written, and no journal must be left lying about for the next process to roll back.
    lock.pragma('journal_mode = MEMORY');
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock?.close();
    throw isBusy(error) ? new DataDirectoryRefused(heldMessage(path), { cause: error }) : refused(path, error);
  }
}

function heldMessage(path: string): string {
  const holder = readJson(join(path, holderName)) as Holder | undefined;
  if (holder === undefined) return `${path} is held by another process`;
  const where = holder.url === undefined ? '' : ` at ${holder.url}`;
  return `${path} is held by process ${holder.pid}${where} since ${holder.startedAt}`;
}

function isLocked(path: string): boolean {
  const lockPath = join(path, lockName);
  if (!existsSync(lockPath)) return false;
  let probe: Database.Database | undefined;
  try {
    probe = new Database(lockPath, { readonly: true, timeout: 0 });
    probe.prepare('SELECT count(*) FROM sqlite_schema').get();
    return false;
  } catch (error) {
    if (isBusy(error)) return true;
    throw refused(path, error);
  } finally {
    probe?.close();
  }
}

function isBusy(error: unknown): boolean {
  return isSqliteError(error) && error.code.startsWith('SQLITE_BUSY');
}

/** Signal 0 only asks; "not permitted" means that it is alive and somebody else's. */
function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function refused(path: string, error: unknown): DataDirectoryRefused {
  const reason = isSqliteError(error) || error instanceof Error ? error.message : String(error);
  return new DataDirectoryRefused(`${path} cannot be used as data directory: ${reason}`, { cause: error });
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Readers see the old file or the new one, never half of one. */
function replaceFile(path: string, content: object): void {
  writeFileSync(`${path}.new`, `${JSON.stringify(content)}\n`, { mode: 0o600 });
  renameSync(`${path}.new`, path);
}
