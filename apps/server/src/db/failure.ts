import Sqlite from 'better-sqlite3';

/** What an error of SQLite means to a caller: nothing was written and why; `other` is a mistake of ours. */
export type DatabaseFailure = 'full' | 'busy' | 'other';

/** Null when the error is not SQLite's. */
export function databaseFailure(error: unknown): DatabaseFailure | null {
  if (!(error instanceof Sqlite.SqliteError)) return null;
  if (/^SQLITE_(FULL|IOERR|READONLY|CANTOPEN)/.test(error.code)) return 'full';
  return /^SQLITE_(BUSY|LOCKED)/.test(error.code) ? 'busy' : 'other';
}
