import type Sqlite from 'better-sqlite3';
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { schema } from './schema.ts';

type Orm = BetterSQLite3Database<typeof schema>;
/** A prepared statement; `Row` is what `get` and `all` return. */
export type Statement<Row = unknown> = Sqlite.Statement<unknown[], Row>;

/** What may be asked of the database without changing it. A function that takes a `Reader` cannot write. */
export interface Reader {
  readonly orm: Pick<Orm, 'select' | 'selectDistinct' | 'query' | '$count'>;
  /** A statement kept for the life of the connection. Throws when the SQL would write. */
  reading<Row = unknown>(sql: string): Statement<Row>;
}

/** A write transaction; it ends with the function it was given to. */
export interface Writer extends Reader {
  readonly orm: Orm;
  /** A statement kept for the life of the connection, of any kind. */
  writing<Row = unknown>(sql: string): Statement<Row>;
  /** Runs `hook` once everything is on disk; never when the transaction, or the savepoint it stands in, is undone. */
  afterCommit(hook: () => void): void;
  /** Runs `work` so that its failure undoes only what it did itself. */
  savepoint<T>(work: (tx: Writer) => T): T;
}

/** One connection, used by one process; every write goes through `write`. */
export interface Database {
  readonly file: string;
  readonly reader: Reader;
  /** Runs `work` over one unchanging moment of the database. */
  read<T>(work: (db: Reader) => T): T;
  /**
   * Runs `work` in one immediate transaction and commits it with an fsync; undoes everything when it throws. `work` must
   * be synchronous: a promise is refused. A call inside another `write` is a savepoint of it.
   */
  write<T>(work: (tx: Writer) => T): T;
  /** The raw connection, for migrations, checks and backups only. */
  readonly sqlite: Sqlite.Database;
  close(): void;
}

/** What to do with an error that a hook throws after the commit: the write itself has succeeded. */
export type HookFailure = (error: unknown) => void;

/** Wraps an opened connection; `onHookFailure` hears of errors in after-commit hooks. */
export function createDatabase(sqlite: Sqlite.Database, onHookFailure: HookFailure): Database {
  const orm = drizzle(sqlite, { schema });
  const statements = new Map<string, Statement>();
  let current: { hooks: (() => void)[]; depth: number } | null = null;

  function statement<Row>(sql: string): Statement<Row> {
    let prepared = statements.get(sql);
    if (!prepared) statements.set(sql, (prepared = sqlite.prepare(sql)));
    // SQLite is untyped: the caller, who wrote the SQL, says what its rows are.
    return prepared as Statement<Row>;
  }

  function reading<Row>(sql: string): Statement<Row> {
    const prepared = statement<Row>(sql);
    if (!prepared.readonly) throw new Error(`A reader may not write: ${sql}`);
    return prepared;
  }

  const reader: Reader = { orm, reading };

  function savepoint<T>(work: (tx: Writer) => T): T {
    const state = current;
    if (!state) throw new Error('A savepoint needs a transaction.');
    const name = `sp${++state.depth}`;
    const hooksBefore = state.hooks.length;
    sqlite.exec(`SAVEPOINT ${name}`);
    try {
      const result = refusePromise(work(writer));
      sqlite.exec(`RELEASE ${name}`);
      return result;
    } catch (error) {
      state.hooks.length = hooksBefore;
      if (sqlite.inTransaction) sqlite.exec(`ROLLBACK TO ${name}; RELEASE ${name}`);
      throw error;
    } finally {
      state.depth--;
    }
  }

  const writer: Writer = {
    get orm() {
      if (!current) throw new Error('The transaction has ended.');
      return orm;
    },
    reading,
    writing(sql) {
      if (!current) throw new Error('The transaction has ended.');
      return statement(sql);
    },
    afterCommit(hook) {
      if (!current) throw new Error('The transaction has ended.');
      current.hooks.push(hook);
    },
    savepoint,
  };

  const begin = sqlite.prepare('BEGIN IMMEDIATE');
  const beginRead = sqlite.prepare('BEGIN');
  const commit = sqlite.prepare('COMMIT');

  function write<T>(work: (tx: Writer) => T): T {
    if (current) return savepoint(work);
    if (sqlite.inTransaction) throw new Error('A read may not write.');
    begin.run();
    const hooks: (() => void)[] = [];
    current = { hooks, depth: 0 };
    let result: T;
    try {
      result = refusePromise(work(writer));
      commit.run();
    } catch (error) {
      // A full disk makes SQLite roll back by itself.
      if (sqlite.inTransaction) sqlite.exec('ROLLBACK');
      throw error;
    } finally {
      current = null;
    }
    for (const hook of hooks) runHook(hook, onHookFailure);
    return result;
  }

  function read<T>(work: (db: Reader) => T): T {
    if (sqlite.inTransaction) return refusePromise(work(reader));
    beginRead.run();
    try {
      return refusePromise(work(reader));
    } finally {
      if (sqlite.inTransaction) commit.run();
    }
  }

  return { file: sqlite.name, reader, read, write, sqlite, close: () => sqlite.close() };
}

function runHook(hook: () => void, onFailure: HookFailure): void {
  try {
    hook();
  } catch (error) {
    onFailure(error);
  }
}

/** An awaited step inside a transaction would let another request's writes into it. */
function refusePromise<T>(result: T): T {
  if (
    typeof result === 'object' &&
    result !== null &&
    'then' in result &&
    typeof result.then === 'function'
  ) {
    throw new Error('A transaction is synchronous: it may not return a promise.');
  }
  return result;
}
