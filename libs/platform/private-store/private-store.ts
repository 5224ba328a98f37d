import Database from 'better-sqlite3';

/**
 * What must not be in the log, so that it can be changed or forgotten: people, tokens, working copies, leases. A file
 * beside the log, as durable as the log, in every backup. Each room brings its tables.
 */
export class PrivateStore {
  readonly database: Database.Database;

  constructor(path: string, schemas: readonly string[]) {
    this.database = new Database(path);
    this.database.pragma('journal_mode = WAL');
    this.database.pragma('synchronous = FULL');
    this.database.pragma('busy_timeout = 2000');
    for (const schema of schemas) this.database.exec(schema);
  }

  close(): void {
    this.database.close();
  }
}
