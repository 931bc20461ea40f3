import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** One file of `drizzle/`: append-only, applied in order of its name. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the file. */
  readonly hash: string;
  /** Tables whose number of rows it may change, named by a `-- changes rows of: a, b` line in the file. */
  readonly mayChange: ReadonlySet<string>;
}

const NAME = /^\d{4}_[a-z0-9_]+\.sql$/;

/** Reads the migrations of a folder, in order. */
export function readMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .toSorted()
    .map((file) => {
      if (!NAME.test(file)) throw new Error(`${file} is not a migration's name (0001_words.sql).`);
      return parseMigration(file.slice(0, -'.sql'.length), readFileSync(path.join(folder, file), 'utf8'));
    });
}

/** @param name without `.sql` */
export function parseMigration(name: string, text: string): Migration {
  // A checkout may have changed the line ends.
  const sql = text.replaceAll('\r\n', '\n');
  const listed = /^-- changes rows of: (.+)$/m.exec(sql)?.[1] ?? '';
  return {
    name,
    sql,
    hash: createHash('sha256').update(sql).digest('hex'),
    mayChange: new Set(listed.split(',').map((table) => table.trim())),
  };
}
