import { spawn } from 'node:child_process';
import { once } from 'node:events';
import Sqlite from 'better-sqlite3';
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MIGRATIONS_DIR } from '../paths.ts';
import { migrate, rowCounts } from './migrate.ts';
import { parseMigration, readMigrations } from './migrations.ts';
import { openDatabase } from './open.ts';

const FIXTURES = path.join(import.meta.dirname, 'fixtures');
const fixtures = readdirSync(FIXTURES).filter((file) => file.endsWith('.sqlite'));
const known = readMigrations(MIGRATIONS_DIR);

let dir: string;
let file: string;
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'crm-fixture-'));
  file = path.join(dir, 'crm.sqlite');
});
afterEach(() => rmSync(dir, { recursive: true }));

/** Every row of every table, as far as the columns go that the fixture had. */
function contents(database: Sqlite.Database, shape: Map<string, string[]>): Map<string, unknown[]> {
  return new Map(
    [...shape].map(([table, columns]) => {
      const names = columns.map((name) => `"${name}"`).join();
      return [table, database.prepare(`SELECT ${names} FROM "${table}" ORDER BY ${names}`).all()];
    }),
  );
}

function columnsOf(database: Sqlite.Database, table: string): string[] {
  return database.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table);
}

describe('F8: a database of every released schema', () => {
  it('is kept', () => {
    expect(fixtures).toEqual(known.map(({ name }) => `${name.slice(0, 4)}.sqlite`));
  });

  it.each(fixtures)('%s opens in this version with every row it had', (fixture) => {
    copyFileSync(path.join(FIXTURES, fixture), file);
    const old = new Sqlite(file);
    const shape = new Map([...rowCounts(old).keys()].map((table) => [table, columnsOf(old, table)]));
    shape.delete('migration');
    const before = contents(old, shape);
    old.close();
    const db = openDatabase(dir, 'server', () => {});
    const after = contents(db.sqlite, shape);
    expect([...before.values()].every((rows) => rows.length > 0)).toBe(true);
    expect(db.sqlite.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
    db.close();
    expect(after).toEqual(before);
  });

  it('is whole after a kill in the middle of a migration, and the next start goes on', async () => {
    copyFileSync(path.join(FIXTURES, fixtures.at(-1) ?? ''), file);
    const next = `CREATE TABLE later (a);
      INSERT INTO later WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) SELECT i FROM n;`;
    const code = `
      import Sqlite from 'better-sqlite3';
      import { writeSync } from 'node:fs';
      import { migrate } from ${JSON.stringify(path.join(import.meta.dirname, 'migrate.ts'))};
      import { parseMigration, readMigrations } from ${JSON.stringify(path.join(import.meta.dirname, 'migrations.ts'))};
      const sqlite = new Sqlite(${JSON.stringify(file)});
      sqlite.pragma('cache_size = 5');
      sqlite.function('half_way', () => { writeSync(1, 'half way'); Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0); });
      const next = parseMigration('9999_later', ${JSON.stringify(`${next} INSERT INTO later SELECT half_way();`)});
      migrate(sqlite, [...readMigrations(${JSON.stringify(MIGRATIONS_DIR)}), next], ${JSON.stringify(path.join(dir, 'backups'))});`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
      cwd: import.meta.dirname,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');

    const sqlite = new Sqlite(file);
    expect(rowCounts(sqlite).has('later')).toBe(false);
    expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
    const again = [...known, parseMigration('9999_later', next)];
    expect(migrate(sqlite, again, path.join(dir, 'backups')).applied).toContain('9999_later');
    expect(rowCounts(sqlite).get('later')).toBe(20_000);
    sqlite.close();
  });
});
