import Sqlite from 'better-sqlite3';

/**
 * Whether the disk or the engine failed, so that the same edit may well succeed later. Such a fault never uses up a
 * mutation's number (protocol §3.4); a broken constraint does, because it would break again.
 */
export function isDatabaseFault(error: unknown): boolean {
  return error instanceof Sqlite.SqliteError && !error.code.startsWith('SQLITE_CONSTRAINT');
}
