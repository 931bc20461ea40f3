import { AppError } from '@crm/shared';
import Sqlite from 'better-sqlite3';

/** Older ones can lose committed writes when two connections write and checkpoint together. */
const OLDEST_SAFE = [3, 51, 3] as const;
const FULL = 2;

/**
 * Opens the file with the settings that durability and integrity rest on, and checks that they hold. better-sqlite3 is
 * compiled with `synchronous=NORMAL` for WAL files that exist already, so every open sets FULL.
 * @throws AppError UNAVAILABLE when SQLite is too old or refuses a setting
 */
export function openSqlite(file: string, busyTimeoutMs = 5000): Sqlite.Database {
  const sqlite = new Sqlite(file, { timeout: busyTimeoutMs });
  try {
    refuseOldSqlite(sqlite);
    sqlite.pragma('journal_mode = WAL');
    sqlite.pragma('synchronous = FULL');
    sqlite.pragma('foreign_keys = ON');
    sqlite.pragma('trusted_schema = OFF');
    sqlite.pragma('temp_store = MEMORY');
    if (file !== ':memory:') assertSetting(sqlite, 'journal_mode', 'wal');
    assertSetting(sqlite, 'synchronous', FULL);
    assertSetting(sqlite, 'foreign_keys', 1);
    assertSetting(sqlite, 'trusted_schema', 0);
    return sqlite;
  } catch (error) {
    sqlite.close();
    throw error;
  }
}

/** @throws AppError UNAVAILABLE when the database does not answer the value that was set */
export function assertSetting(sqlite: Sqlite.Database, name: string, expected: string | number): void {
  const actual = sqlite.pragma(name, { simple: true });
  if (actual !== expected) {
    throw new AppError(
      'UNAVAILABLE',
      `The database did not accept ${name}=${expected} (it says ${String(actual)}).`,
    );
  }
}

/** SQLite's version, e.g. `3.54.1`. */
export function sqliteVersion(sqlite: Sqlite.Database): string {
  return String(sqlite.prepare('SELECT sqlite_version()').pluck().get());
}

/** Whether a version has the fix of the WAL-reset bug. */
export function isSafeVersion(version: string): boolean {
  const parts = version.split('.').map(Number);
  for (const [i, least] of OLDEST_SAFE.entries()) {
    const part = parts[i] ?? 0;
    if (part !== least) return part > least;
  }
  return true;
}

function refuseOldSqlite(sqlite: Sqlite.Database): void {
  const version = sqliteVersion(sqlite);
  if (isSafeVersion(version)) return;
  throw new AppError(
    'UNAVAILABLE',
    `SQLite ${version} can lose committed data; ${OLDEST_SAFE.join('.')} or newer is needed.`,
  );
}
