import { hash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { rooms } from '../../apps/api/rooms.ts';
import { payloadDigest } from '../../libs/event-store/event-text.ts';
import type { EventHeader, EventPayload, EventStore } from '../../libs/event-store/event-store.ts';
import { SqliteEventStore } from '../../libs/event-store/sqlite/sqlite-event-store.ts';
import { decode, type EventCatalogue } from '../../libs/kernel/decider.ts';
import { modelAsOf, modelPath } from '../../libs/platform/reads/build-model.ts';
import { ModelFile } from '../../libs/platform/reads/model-file.ts';
import type { ReadModel } from '../../libs/platform/reads/read-model.ts';
import { municipality } from './founded-office.ts';

const catalogue: EventCatalogue = Object.assign({}, ...rooms.flatMap(({ deciders }) => deciders.map((decider) => decider.catalogue)));
const models = rooms.flatMap((room) => room.models);

export interface LoggedEvent {
  readonly header: EventHeader;
  readonly payload: EventPayload;
}

/** A read model's rows beside those of a rebuild, table by table. */
export interface ModelComparison {
  readonly model: string;
  readonly position: string | undefined;
  readonly rows: readonly unknown[];
  readonly rebuilt: readonly unknown[];
}

interface EventRow {
  readonly name: string;
  readonly revision: number;
  readonly header: string;
  readonly payload: string;
}

/** A copy of what a process left on the disk. The original is left for the next process to recover from. */
export class CrashImage {
  readonly #path: string;

  constructor(directory: string) {
    this.#path = mkdtempSync(join(tmpdir(), 'meguri image '));
    for (const name of readdirSync(directory)) {
      if (/^(events|private)\.sqlite|^(read-models|attachments)$/.test(name)) cpSync(join(directory, name), join(this.#path, name), { recursive: true });
    }
  }

  /** Every event, after a look at everything that half a write would have spoiled; throws on the first fault. */
  events(): readonly LoggedEvent[] {
    const database = new Database(join(this.#path, 'events.sqlite'));
    try {
      const integrity = database.pragma('integrity_check', { simple: true });
      if (integrity !== 'ok') throw new Error(`the log is damaged: ${String(integrity)}`);
      const rows = database.prepare<[], EventRow>(`
        SELECT name, revision, header, payload FROM events JOIN streams ON streams.id = events.stream ORDER BY position`).all();
      const heads = new Map<string, number>();
      return rows.map((row) => {
        const expected = (heads.get(row.name) ?? -1) + 1;
        heads.set(row.name, expected);
        return checked(row, expected);
      });
    } finally {
      database.close();
    }
  }

  /** Each model as it was on the disk, and as the log makes it up to the position at which it says that it stands. */
  async models(): Promise<readonly ModelComparison[]> {
    const store = SqliteEventStore.open(join(this.#path, 'events.sqlite'));
    try {
      const comparisons: ModelComparison[] = [];
      for (const model of models) comparisons.push(...await compared(store, join(this.#path, 'read-models/sqlite'), model));
      return comparisons;
    } finally {
      await store.close();
    }
  }

  /** The bytes that an event names are there, whole; throws when they are not. */
  checkAttachment({ digest, bytes }: EventPayload): void {
    const kept = readFileSync(join(this.#path, 'attachments', municipality, String(digest).slice(0, 2), String(digest)));
    if (kept.length !== bytes || hash('sha256', kept) !== digest) throw new Error(`${String(digest)} is not what was attached`);
  }

  remove(): void {
    rmSync(this.#path, { recursive: true, force: true });
  }
}

function checked({ name, revision, header: headerText, payload: payloadText }: EventRow, expected: number): LoggedEvent {
  const header = JSON.parse(headerText) as EventHeader;
  const payload = JSON.parse(payloadText) as EventPayload;
  if (revision !== expected) throw new Error(`${name} has revision ${revision} where ${expected} must stand`);
  if (header.revision !== revision || header.stream !== name) {
    throw new Error(`${name} at ${revision} has the header of ${header.stream} at ${header.revision}`);
  }
  if (header.payloadSha256 !== payloadDigest(payloadText)) throw new Error(`${name} at ${revision} has another payload than its header says`);
  decode(catalogue, header, payload);
  return { header, payload };
}

async function compared(store: EventStore, directory: string, model: ReadModel): Promise<readonly ModelComparison[]> {
  const path = modelPath(directory, model);
  // A process that was killed while it built the model for the first time has left none, and the next one begins anew.
  if (!existsSync(path)) return [];
  const file = new ModelFile(model, path, false);
  const { position } = file;
  const rebuilt = await modelAsOf(store, catalogue, model, position ?? '');
  try {
    return model.tables.map((table) => {
      const sql = `SELECT * FROM "${table.name}" ORDER BY "${table.key}"`;
      return { model: model.name, position, rows: file.all(sql), rebuilt: rebuilt.all(sql) };
    });
  } finally {
    file.close();
    rebuilt.close();
  }
}
