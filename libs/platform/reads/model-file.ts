import Database from 'better-sqlite3';
import type { Position, StoredEvent } from '../../event-store/event-store.ts';
import { decode, type EventCatalogue } from '../../kernel/decider.ts';
import type { ModelReader, ReadModel, Row, Rows, Table } from './read-model.ts';

type Cell = Row[string];
/** How far a file has come, and in which log: the digest of its first event's payload, which no two logs share because of its salt. */
type Standing = { readonly position: Position; readonly log: string };

/** After a crash so many are read again. */
const unwrittenAtMost = 1_000;

/** A projection threw at this event. The model stops there; no other is touched by it. */
export class ProjectionFault extends Error {
  override readonly name = 'ProjectionFault';
  constructor(readonly position: Position, readonly eventType: string, cause: unknown) {
    super(`${eventType} at ${position}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

/** The rows of one model in one SQLite database, with the position they stand at in the same transaction. */
export class ModelFile implements Rows, ModelReader {
  readonly #database: Database.Database;
  readonly #statements = new Map<string, Database.Statement>();
  /** Rows touched since the last flush; null stands for a removed one. */
  readonly #touched = new Map<string, Map<Cell, Row | null>>();
  #touchedCount = 0;
  #standing: Standing | undefined;
  /** As it was last flushed: whoever abandons must not need a file that may be damaged. */
  #flushed: Standing | undefined;
  /** Events since the standing was written. */
  #unwritten = 0;

  /** Without a log of its own a file that is being built is quick, and worthless until it is finished. */
  constructor(readonly model: ReadModel, readonly path: string, building: boolean) {
    this.#database = new Database(path);
    this.#database.pragma(`journal_mode = ${building ? 'OFF' : 'WAL'}`);
    // NORMAL can lose the newest transactions to a power cut, never the file's soundness; the log brings them back.
    this.#database.pragma(`synchronous = ${building ? 'OFF' : 'NORMAL'}`);
    this.#database.exec('CREATE TABLE IF NOT EXISTS standing (one INTEGER PRIMARY KEY CHECK (one = 1), position TEXT NOT NULL, log TEXT NOT NULL)');
    for (const table of model.tables) {
      this.#createTable(table);
      this.#touched.set(table.name, new Map());
    }
    // Every column that there is: a file that names no log is of no log of ours.
    this.#flushed = this.one<Standing>('SELECT * FROM standing');
    this.#standing = this.#flushed;
  }

  get position(): Position | undefined {
    return this.#standing?.position;
  }

  get log(): string | undefined {
    return this.#standing?.log;
  }

  get touchedCount(): number {
    return this.#touchedCount;
  }

  /** Projects what is new among these events; nothing is written before `flush`. */
  apply(events: readonly StoredEvent[], catalogue: EventCatalogue): void {
    // Every row that is asked for outside a transaction takes the file's locks anew, which costs more than the row.
    this.#database.transaction(() => this.#project(events, catalogue))();
  }

  /** Events that touched nothing are mostly not written about: whoever is told them again, touches nothing again. */
  flush(): void {
    if (this.#touchedCount > 0 || this.#unwritten >= unwrittenAtMost) this.#writeTouched();
    this.#flushed = this.#standing;
    this.#forgetTouched();
  }

  /** Back to what was last flushed: a projection threw half-way through a batch. */
  abandon(): void {
    this.#forgetTouched();
    this.#standing = this.#flushed;
  }

  get<R extends Row>(table: Table<R>, key: Cell): R | undefined {
    const touched = this.#touched.get(table.name)?.get(key);
    if (touched !== undefined) return (touched ?? undefined) as R | undefined;
    return this.#prepare(`SELECT * FROM "${table.name}" WHERE "${table.key}" = ?`).get(key) as R | undefined;
  }

  one<R extends Row>(sql: string, parameters: Row = {}): R | undefined {
    return this.#prepare(sql).get(parameters) as R | undefined;
  }

  all<R extends Row>(sql: string, parameters: Row = {}): readonly R[] {
    return this.#prepare(sql).all(parameters) as R[];
  }

  put<R extends Row>(table: Table<R>, row: R): void {
    this.#touch(table.name, row[table.key] as Cell, row);
  }

  remove<R extends Row>(table: Table<R>, key: Cell): void {
    this.#touch(table.name, key, null);
  }

  /** Without what was never flushed. */
  close(): void {
    this.abandon();
    try {
      if (this.#unwritten > 0) this.#writeTouched();
    } catch {
      // On a full disk, or in a damaged file: the standing only saves reading the same events again.
    }
    this.#database.close();
  }

  #project(events: readonly StoredEvent[], catalogue: EventCatalogue): void {
    for (const { position, header, payload } of events) {
      if (this.#standing !== undefined && position <= this.#standing.position) continue;
      const project = this.model.on[header.type];
      try {
        if (project !== undefined) project(this, decode(catalogue, header, payload), header);
      } catch (cause) {
        throw new ProjectionFault(position, header.type, cause);
      }
      // Whoever has no position yet is told the log from its beginning.
      this.#standing = { position, log: this.#standing?.log ?? header.payloadSha256 };
      this.#unwritten += 1;
    }
  }

  #touch(table: string, key: Cell, row: Row | null): void {
    const rows = this.#touched.get(table);
    if (rows === undefined) throw new Error(`${this.model.name} has no table ${table}`);
    const before = rows.size;
    rows.set(key, row);
    this.#touchedCount += rows.size - before;
  }

  #forgetTouched(): void {
    for (const rows of this.#touched.values()) rows.clear();
    this.#touchedCount = 0;
  }

  #writeTouched(): void {
    this.#database.transaction(() => {
      for (const table of this.model.tables) this.#write(table);
      if (this.#standing !== undefined) this.#run('INSERT OR REPLACE INTO standing VALUES (1, ?, ?)', [this.#standing.position, this.#standing.log]);
    })();
    this.#unwritten = 0;
  }

  #write(table: Table<Row>): void {
    const columns = Object.keys(table.columns);
    const changes = columns.filter((column) => column !== table.key).map((column) => `"${column}" = excluded."${column}"`).join(', ');
    // Replacing a row would take it out of every index and put it in again.
    const put = `INSERT INTO "${table.name}" (${columns.map((column) => `"${column}"`).join(', ')}) `
      + `VALUES (${columns.map(() => '?').join(', ')}) `
      + `ON CONFLICT ("${table.key}") DO ${changes === '' ? 'NOTHING' : `UPDATE SET ${changes}`}`;
    for (const [key, row] of this.#touched.get(table.name) ?? []) {
      if (row === null) this.#run(`DELETE FROM "${table.name}" WHERE "${table.key}" = ?`, [key]);
      else this.#run(put, columns.map((column) => row[column] ?? null));
    }
  }

  #createTable(table: Table<Row>): void {
    const columns = Object.entries(table.columns).map(([name, type]) =>
      `"${name}" ${type.toUpperCase()}${name === table.key ? ' PRIMARY KEY NOT NULL' : ''}`);
    this.#database.exec(`CREATE TABLE IF NOT EXISTS "${table.name}" (${columns.join(', ')})`);
    for (const index of table.indexes ?? []) {
      this.#database.exec(`CREATE INDEX IF NOT EXISTS "${table.name} by ${index.join(', ')}" ON "${table.name}" `
        + `(${index.map((column) => `"${column}"`).join(', ')})`);
    }
  }

  #run(sql: string, parameters: readonly Cell[]): void {
    this.#prepare(sql).run(...parameters);
  }

  #prepare(sql: string): Database.Statement {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.#database.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}
