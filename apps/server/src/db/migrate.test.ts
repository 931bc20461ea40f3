import Sqlite from 'better-sqlite3';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqlite } from './connection.ts';
import { migrate, pendingMigrations, rowCounts } from './migrate.ts';
import { parseMigration, type Migration } from './migrations.ts';

const FIRST = parseMigration(
  '0001_first',
  `CREATE TABLE parent (id TEXT PRIMARY KEY NOT NULL, name TEXT);
   CREATE TABLE child (id TEXT PRIMARY KEY, parent_id TEXT NOT NULL REFERENCES parent(id) ON DELETE CASCADE);`,
);
/** What drizzle-kit writes to change a column: a rebuilt table. */
const REBUILD = parseMigration(
  '0002_rebuild',
  `PRAGMA foreign_keys=OFF;
   CREATE TABLE __new_parent (id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL DEFAULT '');
   INSERT INTO __new_parent SELECT id, coalesce(name, '') FROM parent;
   DROP TABLE parent;
   ALTER TABLE __new_parent RENAME TO parent;
   PRAGMA foreign_keys=ON;`,
);

let dir: string;
let sqlite: Sqlite.Database;
const backups = () => path.join(dir, 'backups');
const run = (known: Migration[]) => migrate(sqlite, known, backups(), new Date('2026-03-02T09:00:00Z'));

beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'crm-migrate-'));
  sqlite = openSqlite(path.join(dir, 'a.sqlite'));
});
afterEach(() => {
  sqlite.close();
  rmSync(dir, { recursive: true });
});

function filled(): void {
  run([FIRST]);
  sqlite.exec(`INSERT INTO parent VALUES ('p', NULL); INSERT INTO child VALUES ('c1', 'p'), ('c2', 'p')`);
}

describe('migrating', () => {
  it('applies what is new, once, and makes no copy of an empty database', () => {
    expect(run([FIRST])).toEqual({ applied: ['0001_first'], backup: null });
    expect(run([FIRST])).toEqual({ applied: [], backup: null });
    expect(existsSync(backups())).toBe(false);
  });

  it('§1.2: keeps the children of a rebuilt table', () => {
    filled();
    expect(run([FIRST, REBUILD]).applied).toEqual(['0002_rebuild']);
    expect(rowCounts(sqlite)).toEqual(
      new Map([
        ['migration', 2],
        ['child', 2],
        ['parent', 1],
      ]),
    );
    expect(sqlite.pragma('foreign_keys', { simple: true })).toBe(1);
  });

  it('puts a copy aside first, which opens and holds everything', () => {
    filled();
    const { backup } = run([FIRST, REBUILD]);
    expect(backup).toBe(path.join(backups(), 'before-0002_rebuild-2026-03-02T09-00-00-000Z.sqlite'));
    const copy = new Sqlite(backup ?? '', { readonly: true });
    expect(rowCounts(copy).get('child')).toBe(2);
    copy.close();
    expect(readdirSync(backups())).toHaveLength(1);
  });

  it.each([
    ['loses rows', 'DELETE FROM child;', /would leave 0 of 2 rows in child/],
    ['drops a table', 'DROP TABLE child;', /would leave 0 of 2 rows in child/],
    ['breaks a reference', "UPDATE child SET parent_id = 'nobody';", /2 broken references/],
    ['does not parse', 'CREATE TABLE nonsense (;', /syntax error/],
    ['fails half-way', 'ALTER TABLE child ADD COLUMN extra TEXT; SELECT * FROM nowhere;', /no such table/],
  ])('undoes a migration that %s', (_what, sql, message) => {
    filled();
    expect(() => run([FIRST, parseMigration('0002_bad', sql)])).toThrow(message);
    expect(rowCounts(sqlite)).toEqual(
      new Map([
        ['migration', 1],
        ['child', 2],
        ['parent', 1],
      ]),
    );
    expect(sqlite.prepare('SELECT * FROM child').columns()).toHaveLength(2);
    expect(sqlite.pragma('foreign_keys', { simple: true })).toBe(1);
  });

  it('lets a migration change the rows of tables that it names', () => {
    filled();
    run([FIRST, parseMigration('0002_tidy', '-- changes rows of: child\nDELETE FROM child;')]);
    expect(rowCounts(sqlite).get('child')).toBe(0);
  });

  it('F8: does not touch a database of a newer version', () => {
    filled();
    run([FIRST, REBUILD]);
    expect(() => run([FIRST])).toThrow(/written by a newer version of Venture CRM \(0002_rebuild\)/);
  });

  it('refuses a migration that was changed after it was applied', () => {
    filled();
    const changed = parseMigration('0001_first', `${FIRST.sql} -- a word more`);
    expect(() => pendingMigrations(sqlite, [changed])).toThrow(/Migration 0001_first is not the one/);
  });

  it("refuses another program's file", () => {
    sqlite.exec('CREATE TABLE something (a)');
    expect(() => run([FIRST])).toThrow(/is not a Venture CRM database/);
    expect(rowCounts(sqlite)).toEqual(new Map([['something', 0]]));
  });
});
