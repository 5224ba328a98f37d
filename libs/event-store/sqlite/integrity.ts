import Database from 'better-sqlite3';
import { isSqliteError } from './sqlite-error.ts';

/** What SQLite finds wrong with an open database; nothing when it is sound. */
export function integrityFaultsOf(connection: Database.Database): readonly string[] {
  try {
    const found = connection.pragma('integrity_check') as readonly { readonly integrity_check: string }[];
    // It begins its findings with a line of stars that only names the database.
    return found.map((row) => row.integrity_check.replace(/^\*\*\*.*\*\*\*\n/, '').replaceAll('\n', '; '))
      .filter((line) => line !== 'ok');
  } catch (error) {
    if (isSqliteError(error)) return [error.message];
    throw error;
  }
}

/** The same of a file that somebody else may be writing. */
export function integrityFaultsIn(path: string): readonly string[] {
  let connection: Database.Database | undefined;
  try {
    connection = new Database(path, { readonly: true, fileMustExist: true });
    return integrityFaultsOf(connection);
  } catch (error) {
    if (isSqliteError(error)) return [error.message];
    throw error;
  } finally {
    connection?.close();
  }
}
