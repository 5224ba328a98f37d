import Database from 'better-sqlite3';
import { isSqliteError } from '../../event-store/sqlite/sqlite-error.ts';

/** A file that cannot be used as a private store; the message is one line for the operator. */
export class PrivateStoreRefused extends Error {
  override readonly name = 'PrivateStoreRefused';
}

/**
 * What must not be in the log, so that it can be changed or forgotten: people, tokens, working copies, leases. A file
 * beside the log, as durable as the log, in every backup. Each room brings its tables.
 */
export class PrivateStore {
  readonly database: Database.Database;

  constructor(path: string, schemas: readonly string[]) {
    let database: Database.Database | undefined;
    try {
      database = new Database(path);
      database.pragma('journal_mode = WAL');
      database.pragma('synchronous = FULL');
      database.pragma('busy_timeout = 2000');
      for (const schema of schemas) database.exec(schema);
      this.database = database;
    } catch (error) {
      database?.close();
      if (isSqliteError(error)) throw new PrivateStoreRefused(`${path} cannot be opened: ${error.message}`, { cause: error });
      throw error;
    }
  }

  close(): void {
    this.database.close();
  }
}
