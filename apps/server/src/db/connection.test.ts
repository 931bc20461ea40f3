import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { assertSetting, isSafeVersion, openSqlite, sqliteVersion } from './connection.ts';

let dir: string;
beforeEach(() => void (dir = mkdtempSync(path.join(tmpdir(), 'crm-db-'))));
afterEach(() => rmSync(dir, { recursive: true }));

describe('opening the database', () => {
  it('is fully synchronous on a new file and on every later open (§1.1)', () => {
    const file = path.join(dir, 'a.sqlite');
    for (let open = 0; open < 3; open++) {
      const sqlite = openSqlite(file);
      expect(sqlite.pragma('synchronous', { simple: true })).toBe(2);
      expect(sqlite.pragma('journal_mode', { simple: true })).toBe('wal');
      expect(sqlite.pragma('foreign_keys', { simple: true })).toBe(1);
      expect(sqlite.pragma('trusted_schema', { simple: true })).toBe(0);
      sqlite.exec('CREATE TABLE IF NOT EXISTS t (a)');
      sqlite.close();
    }
  });

  it('does not go on when a setting was not taken', () => {
    const sqlite = openSqlite(path.join(dir, 'a.sqlite'));
    expect(() => assertSetting(sqlite, 'synchronous', 3)).toThrow(
      /did not accept synchronous=3 \(it says 2\)/,
    );
    sqlite.close();
  });

  it('S24: knows the SQLite versions that can lose committed writes', () => {
    expect(['3.7.0', '3.51.2', '3.50.9', '2.99.99'].filter(isSafeVersion)).toEqual([]);
    expect(['3.51.3', '3.52.0', '3.54.1', '4.0.0'].filter((version) => !isSafeVersion(version))).toEqual([]);
    const sqlite = openSqlite(':memory:');
    expect(isSafeVersion(sqliteVersion(sqlite))).toBe(true);
    sqlite.close();
  });
});
