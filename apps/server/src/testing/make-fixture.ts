/*
 * Writes `src/db/fixtures/<newest migration>.sqlite`: a database of that schema with two rows in every table, kept for ever so
 * that every later version is tested on it. Run once per schema: `pnpm --filter @crm/server run fixture`.
 */
import Sqlite from 'better-sqlite3';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { migrate } from '../db/migrate.ts';
import { readMigrations } from '../db/migrations.ts';
import { MIGRATIONS_DIR } from '../paths.ts';

interface ColumnInfo {
  name: string;
  type: string;
}

const migrations = readMigrations(MIGRATIONS_DIR);
const newest = migrations.at(-1)?.name.slice(0, 4);
const file = path.join(import.meta.dirname, '..', 'db', 'fixtures', `${newest}.sqlite`);
if (existsSync(file)) throw new Error(`${file} exists: a released schema's fixture never changes.`);

const sqlite = new Sqlite(file);
sqlite.pragma('page_size = 1024');
migrate(sqlite, migrations, path.dirname(file), new Date('2026-03-02T09:00:00Z'));
sqlite.pragma('foreign_keys = OFF');
const tables = sqlite
  .prepare<[], string>(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
  )
  .pluck()
  .all();
for (const table of tables.filter((name) => name !== 'migration')) fill(table);
sqlite.pragma('foreign_keys = ON');
const broken = sqlite.prepare('PRAGMA foreign_key_check').all();
if (broken.length > 0) throw new Error(`Broken references: ${JSON.stringify(broken)}`);
sqlite.exec('VACUUM');
sqlite.close();

/** A text column holds its name and the row's number; a reference holds what the referenced `id` holds. */
function fill(table: string): void {
  const columns = sqlite.prepare<[], ColumnInfo>(`PRAGMA table_info("${table}")`).all();
  const references = sqlite.prepare<[], { from: string }>(`PRAGMA foreign_key_list("${table}")`).all();
  const isReference = new Set(references.map(({ from }) => from));
  const insert = sqlite.prepare(`INSERT INTO "${table}" VALUES (${columns.map(() => '?').join()})`);
  for (const n of table === 'workspace' ? [1] : [1, 2]) {
    insert.run(
      columns.map(({ name, type }) => {
        if (type.toLowerCase() === 'integer') return n;
        if (name === 'workspace_id' || (table === 'workspace' && name === 'id'))
          return '01900000-0000-7000-8000-000000000001';
        return isReference.has(name) ? `id-${n}` : `${name}-${n}`;
      }),
    );
  }
}
