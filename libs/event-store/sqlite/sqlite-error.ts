import { StoreUnavailable } from '../event-store.ts';

export interface SqliteError {
  readonly code: string;
  readonly message: string;
}

/** Told by its code: the addon throws the class of whoever loaded it first, which need not be the one we imported. */
export function isSqliteError(error: unknown): error is SqliteError {
  return typeof error === 'object' && error !== null
    && 'code' in error && typeof error.code === 'string' && error.code.startsWith('SQLITE_');
}

/** SQLite's own errors in the words of the port; anything else is a mistake of ours and stays what it is. */
export function unavailable(error: unknown): unknown {
  return isSqliteError(error)
    ? new StoreUnavailable(`the event log cannot be reached: ${error.message} (${error.code})`, { cause: error })
    : error;
}
