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
  /** The key of the digests in the log: as old as the installation. */
  readonly digestKey: string;
  /** A directory; what is in it is written once and never changed. */
  readonly attachments: string;
  /** The same, of what was published. */
  readonly editions: string;
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
    this.paths = pathsIn(path);
    this.#lock = lock;
    this.#holder = { pid: process.pid, startedAt };
    this.#introduce();
  }

  /** Tells other processes how to reach this one. */
  announce(reachable: Required<Pick<Holder, 'url' | 'operatorSecret'>>): void {
    this.#holder = { ...this.#holder, ...reachable };
    try {
      this.#introduce();
    } catch (error) {
      throw refused(this.path, error);
    }
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

/** The places of a directory that is ours, for somebody who only reads there and lets its holder hold it. */
export function lookIntoDataDirectory(path: string): DataDirectoryPaths {
  if (!existsSync(path)) throw new DataDirectoryRefused(`there is no data directory ${path}`);
  if (!isMarked(path, list(path))) throw new DataDirectoryRefused(`${path} is not a data directory of Meguri: it holds no ${markerName}`);
  return pathsIn(path);
}

/**
 * Has a directory filled in which there is nothing yet. It is marked as ours last of all: one that was filled by half is
 * refused by whoever opens it next.
 */
export async function fillDataDirectory(path: string, fill: (paths: DataDirectoryPaths) => Promise<void>): Promise<void> {
  refuseData(path, prepare(path));
  const lock = takeLock(path);
  try {
    // Somebody may have come and gone between the look and the lock.
    refuseData(path, prepare(path));
    const directory = new DataDirectory(path, lock, new Date().toISOString());
    await fill(directory.paths);
    replaceFile(join(path, markerName), { format: formatVersion });
    directory.release();
  } finally {
    lock.close();
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

function pathsIn(path: string): DataDirectoryPaths {
  return {
    events: join(path, 'events.sqlite'),
    private: join(path, 'private.sqlite'),
    digestKey: join(path, 'digest.key'),
    attachments: join(path, 'attachments'),
    editions: join(path, 'editions'),
    readModels: join(path, 'read-models'),
  };
}

function refuseData(path: string, isNew: boolean): void {
  if (!isNew) throw new DataDirectoryRefused(`${path} is in use already: nothing is written over data`);
}

/** True when the directory still has to be marked as ours. */
function prepare(path: string): boolean {
  return !isMarked(path, listOrMake(path));
}

/** False for a directory in which there is nothing of anybody's. */
function isMarked(path: string, names: readonly string[]): boolean {
  if (!names.includes(markerName)) {
    const foreign = names.find((name) => !notYetOurs.has(name));
    if (foreign === undefined) return false;
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
  return true;
}

function listOrMake(path: string): string[] {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw refused(path, error);
  }
  return list(path);
}

function list(path: string): string[] {
  try {
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
