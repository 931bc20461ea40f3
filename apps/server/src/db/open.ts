import { AppError } from '@crm/shared';
import Sqlite from 'better-sqlite3';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { MIGRATIONS_DIR } from '../paths.ts';
import { openSqlite } from './connection.ts';
import { lockDataFolder } from './lock.ts';
import { migrate, pendingMigrations } from './migrate.ts';
import { readMigrations } from './migrations.ts';
import { createDatabase, type Database, type HookFailure } from './transaction.ts';
import { ensureWorkspace } from './workspace.ts';

/** Who opens: the server, which keeps the data folder to itself, or a command that works beside it. */
export type Opener = 'server' | 'command';

/**
 * Opens the data folder's database, made or migrated as needed. A command migrates only while no server runs.
 * @throws AppError UNAVAILABLE when another server has it, when it is of a newer version, or when SQLite is unsafe
 */
export function openDatabase(dataDir: string, opener: Opener, onHookFailure: HookFailure): Database {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const lock = opener === 'server' ? lockDataFolder(dataDir) : null;
  try {
    const sqlite = openFile(path.join(dataDir, 'crm.sqlite'));
    const known = readMigrations(MIGRATIONS_DIR);
    if (pendingMigrations(sqlite, known).length > 0) {
      const migrationLock = lock ?? lockDataFolder(dataDir);
      migrate(sqlite, known, path.join(dataDir, 'backups'));
      if (!lock) migrationLock.release();
    }
    const db = createDatabase(sqlite, onHookFailure);
    ensureWorkspace(db);
    return {
      ...db,
      close() {
        db.close();
        lock?.release();
      },
    };
  } catch (error) {
    lock?.release();
    throw error;
  }
}

function openFile(file: string): Sqlite.Database {
  try {
    return openSqlite(file);
  } catch (error) {
    if (!(error instanceof Sqlite.SqliteError)) throw error;
    if (/^SQLITE_(NOTADB|CORRUPT)/.test(error.code)) {
      throw new AppError('UNAVAILABLE', `${file} is damaged or not a database. Restore a backup.`);
    }
    throw new AppError('UNAVAILABLE', `${file} cannot be opened: ${error.message}.`);
  }
}
