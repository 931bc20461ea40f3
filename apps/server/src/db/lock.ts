import { AppError } from '@crm/shared';
import Sqlite from 'better-sqlite3';
import path from 'node:path';

/** How long a starting server waits for one that is stopping. */
const WAIT_MS = 2000;

/** Held by one process per data folder; released by `release`, or by the operating system when the process dies. */
export interface ProcessLock {
  release(): void;
}

/**
 * Takes the data folder for this process alone: the server, or whoever migrates. It is the operating system's file lock on
 * a side file, so that it goes with the process, `kill -9` included. The command line's verbs do not take it: SQLite's own
 * locks order their transactions among the server's.
 * @throws AppError UNAVAILABLE when another process holds it
 */
export function lockDataFolder(dataDir: string, waitMs = WAIT_MS): ProcessLock {
  const side = new Sqlite(path.join(dataDir, 'crm.lock'), { timeout: waitMs });
  try {
    side.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    side.close();
    if (!(error instanceof Sqlite.SqliteError) || !error.code.startsWith('SQLITE_BUSY')) throw error;
    throw new AppError('UNAVAILABLE', `Another Venture CRM server is already using ${dataDir}.`);
  }
  return { release: () => side.close() };
}
