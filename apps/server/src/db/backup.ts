import type Sqlite from 'better-sqlite3';
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';

/**
 * Writes a consistent copy of the database beside its data: to a temporary name, forced to disk, then renamed, so that a
 * half-written copy never bears a backup's name.
 * @returns the copy's path
 */
export function backupTo(sqlite: Sqlite.Database, folder: string, label: string, now: Date): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const stamp = now.toISOString().replaceAll(/[:.]/g, '-');
  const target = path.join(folder, `${label}-${stamp}.sqlite`);
  const partial = `${target}.partial`;
  rmSync(partial, { force: true });
  sqlite.prepare('VACUUM INTO ?').run(partial);
  syncToDisk(partial);
  renameSync(partial, target);
  syncToDisk(folder);
  return target;
}

function syncToDisk(target: string): void {
  const handle = openSync(target, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
