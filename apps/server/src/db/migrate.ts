import { AppError } from '@crm/shared';
import type Sqlite from 'better-sqlite3';
import { backupTo } from './backup.ts';
import type { Migration } from './migrations.ts';

/** What `migrate` did. */
export interface MigrateResult {
  readonly applied: readonly string[];
  /** The copy made before anything was changed; null when there was nothing to lose. */
  readonly backup: string | null;
}

interface Applied {
  name: string;
  hash: string;
}

/** Migrations that the database lacks. Throws when it is of a newer version, of another program, or was tampered with. */
export function pendingMigrations(sqlite: Sqlite.Database, known: readonly Migration[]): Migration[] {
  const applied = appliedMigrations(sqlite);
  for (const [i, { name, hash }] of applied.entries()) {
    const expected = known[i];
    if (!expected) {
      throw new AppError(
        'UNAVAILABLE',
        `This data was written by a newer version of Venture CRM (${name}); start that version, or restore a backup.`,
      );
    }
    if (expected.name !== name || expected.hash !== hash) {
      throw new AppError(
        'UNAVAILABLE',
        `Migration ${name} is not the one this version knows; nothing was changed.`,
      );
    }
  }
  return known.slice(applied.length);
}

/**
 * Brings the database to the newest schema in one transaction: a copy of the file first, foreign keys off before BEGIN
 * (inside a transaction the pragma does nothing and a rebuilt table would take its children with it), then the foreign
 * keys and every table's row count are compared with what they were. Anything amiss undoes it all. A process killed on the
 * way leaves the old state, and the next start begins again.
 * @param backupDir where the copy goes
 */
export function migrate(
  sqlite: Sqlite.Database,
  known: readonly Migration[],
  backupDir: string,
  now: Date = new Date(),
): MigrateResult {
  const pending = pendingMigrations(sqlite, known);
  const [first] = pending;
  if (!first) return { applied: [], backup: null };
  const backup =
    tableNames(sqlite).length > 0 ? backupTo(sqlite, backupDir, `before-${first.name}`, now) : null;
  sqlite.pragma('foreign_keys = OFF');
  try {
    sqlite.exec('BEGIN IMMEDIATE');
    applyAll(sqlite, pending, now);
    sqlite.exec('COMMIT');
  } catch (error) {
    if (sqlite.inTransaction) sqlite.exec('ROLLBACK');
    throw error;
  } finally {
    sqlite.pragma('foreign_keys = ON');
  }
  return { applied: pending.map(({ name }) => name), backup };
}

function applyAll(sqlite: Sqlite.Database, pending: readonly Migration[], now: Date): void {
  sqlite.exec(
    'CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY NOT NULL, hash TEXT NOT NULL, applied_at TEXT NOT NULL)',
  );
  const record = sqlite.prepare('INSERT INTO migration (name, hash, applied_at) VALUES (?, ?, ?)');
  for (const migration of pending) {
    const before = rowCounts(sqlite);
    sqlite.exec(migration.sql);
    refuseLoss(migration, before, rowCounts(sqlite));
    record.run(migration.name, migration.hash, now.toISOString());
  }
  const broken = sqlite.pragma('foreign_key_check');
  if (Array.isArray(broken) && broken.length > 0) {
    throw new AppError(
      'UNAVAILABLE',
      `The migration would leave ${broken.length} broken references; nothing was changed.`,
    );
  }
}

function refuseLoss(migration: Migration, before: Map<string, number>, after: Map<string, number>): void {
  for (const [table, count] of before) {
    const now = after.get(table) ?? 0;
    if (now === count || table === 'migration' || migration.mayChange.has(table)) continue;
    throw new AppError(
      'UNAVAILABLE',
      `Migration ${migration.name} would leave ${now} of ${count} rows in ${table}; nothing was changed.`,
    );
  }
}

function appliedMigrations(sqlite: Sqlite.Database): Applied[] {
  const tables = tableNames(sqlite);
  if (tables.includes('migration')) {
    return sqlite.prepare<[], Applied>('SELECT name, hash FROM migration ORDER BY name').all();
  }
  if (tables.length === 0) return [];
  throw new AppError('UNAVAILABLE', `${sqlite.name} is not a Venture CRM database.`);
}

function tableNames(sqlite: Sqlite.Database): string[] {
  return sqlite
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
    )
    .pluck()
    .all();
}

/** Rows per table. */
export function rowCounts(sqlite: Sqlite.Database): Map<string, number> {
  const count = (table: string) =>
    Number(
      sqlite
        .prepare(`SELECT count(*) FROM "${table.replaceAll('"', '""')}"`)
        .pluck()
        .get(),
    );
  return new Map(tableNames(sqlite).map((table) => [table, count(table)]));
}
