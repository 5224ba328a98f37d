import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import type { EventStore, Position } from '../../event-store/event-store.ts';
import { isSqliteError } from '../../event-store/sqlite/sqlite-error.ts';
import { syncToDisk } from '../../event-store/sync-to-disk.ts';
import type { EventCatalogue } from '../../kernel/decider.ts';
import { pagesOf } from './log-pages.ts';
import { ModelFile } from './model-file.ts';
import type { ModelReader, ReadModel } from './read-model.ts';

/** Rows are written once at the end unless there are more of them than memory should hold. */
const touchedAtMost = 200_000;

export interface Folding {
  readonly store: EventStore;
  readonly catalogue: EventCatalogue;
  /** Ends the folding where it is; what was not flushed is lost. */
  readonly signal: AbortSignal;
}

/** Folds the log onto files from where the one furthest behind stands, in one pass for all of them. */
export async function foldLog(
  { store, catalogue, signal }: Folding,
  files: readonly ModelFile[],
  onFault: (file: ModelFile, fault: unknown) => void,
): Promise<void> {
  const folding = new Set(files);
  const start = files.map((file) => file.position).reduce((one, other) =>
    (one === undefined || other === undefined ? undefined : one < other ? one : other), files[0]?.position);
  const each = (work: (file: ModelFile) => void): void => {
    for (const file of folding) {
      try {
        work(file);
      } catch (fault) {
        folding.delete(file);
        onFault(file, fault);
      }
    }
  };
  for await (const events of pagesOf((query) => store.readLog(query), start)) {
    if (signal.aborted) return;
    each((file) => {
      file.apply(events, catalogue);
      if (file.touchedCount > touchedAtMost) file.flush();
    });
    // Between pages whoever else is served has a turn: a model is also rebuilt while the server runs.
    await setImmediate();
  }
  if (!signal.aborted) each((file) => file.flush());
}

/** Where a model's rows live; the version is in the name, so an older program's file is never taken for ours. */
export function modelPath(directory: string, model: ReadModel): string {
  return `${directory}/${model.name}.v${model.version}.sqlite`;
}

/** What tells a log from another one, and from an older copy of itself. */
export interface LogMark {
  readonly first: string | undefined;
  readonly end: Position | undefined;
}

export async function markOf(store: EventStore): Promise<LogMark> {
  const [first] = await store.readLog({ limit: 1 });
  return { first: first?.header.payloadSha256, end: await store.lastPosition() };
}

/** A file that begins elsewhere or stands beyond the end is of another log, and one that SQLite cannot read is as good as none too. */
export function openIfOfThisLog(path: string, model: ReadModel, { first, end }: LogMark): ModelFile | undefined {
  if (!existsSync(path)) return undefined;
  const file = openIfSound(path, model);
  if (file === undefined) {
    removeModelFile(path);
    return undefined;
  }
  if (file.position !== undefined && file.log === first && (end !== undefined && file.position <= end)) return file;
  file.close();
  removeModelFile(path);
  return undefined;
}

function openIfSound(path: string, model: ReadModel): ModelFile | undefined {
  try {
    return new ModelFile(model, path, false);
  } catch (error) {
    if (isDamage(error)) return undefined;
    throw error;
  }
}

/** Unlike a full disk, this does not pass; only building the file anew helps. */
export function isDamage(fault: unknown): boolean {
  return isSqliteError(fault) && /^SQLITE_(NOTADB|CORRUPT)/.test(fault.code);
}

/** An empty file beside the one in use, to be filled and then put in its place. */
export function beginBuilding(directory: string, model: ReadModel): ModelFile {
  const path = `${modelPath(directory, model)}.building`;
  removeModelFile(path);
  return new ModelFile(model, path, true);
}

/** Puts a file that was built into the place of whatever was there, and opens it for use. */
export function putInPlace(built: ModelFile, directory: string): ModelFile {
  const path = modelPath(directory, built.model);
  built.close();
  syncToDisk(built.path);
  removeModelFile(path);
  renameSync(built.path, path);
  return new ModelFile(built.model, path, false);
}

export function removeModelFile(path: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
}

/** Files of other versions, and of models that are gone. */
export function removeOldVersions(directory: string, models: readonly ReadModel[]): void {
  const ours = new Set(models.map((model) => modelPath(directory, model)));
  for (const name of readdirSync(directory)) {
    const path = `${directory}/${name.replace(/-(wal|shm)$/, '')}`;
    if (/\.v\d+\.sqlite(\.building)?$/.test(path) && !ours.has(path)) removeModelFile(path);
  }
}

/** A model as it stood at a position, in memory. */
export async function modelAsOf(
  store: EventStore, catalogue: EventCatalogue, model: ReadModel, position: Position,
): Promise<ModelReader & { close(): void }> {
  const file = new ModelFile(model, ':memory:', true);
  for await (const events of pagesOf((query) => store.readLog(query))) {
    const known = events.filter((event) => event.position <= position);
    file.apply(known, catalogue);
    if (known.length < events.length) break;
  }
  file.flush();
  return file;
}
