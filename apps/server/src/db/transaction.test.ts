import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqlite } from './connection.ts';
import { createDatabase, type Database, type Writer } from './transaction.ts';

let dir: string;
let db: Database;
let hookFailures: unknown[];
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'crm-db-'));
  hookFailures = [];
  db = createDatabase(openSqlite(path.join(dir, 'a.sqlite')), (error) => hookFailures.push(error));
  db.sqlite.exec('CREATE TABLE t (a INTEGER PRIMARY KEY)');
});
afterEach(() => {
  db.close();
  rmSync(dir, { recursive: true });
});

const put = (tx: Writer, a: number) => tx.writing('INSERT INTO t VALUES (?)').run(a);
const rows = () =>
  db.reader
    .reading<{ a: number }>('SELECT a FROM t ORDER BY a')
    .all()
    .map(({ a }) => a);

describe('a write', () => {
  it('commits everything or nothing', () => {
    db.write((tx) => put(tx, 1));
    expect(() =>
      db.write((tx) => {
        put(tx, 2);
        put(tx, 1);
      }),
    ).toThrow(/UNIQUE/);
    expect(rows()).toEqual([1]);
  });

  it('refuses a promise and undoes what was done', () => {
    expect(() =>
      db.write(async (tx) => {
        put(tx, 1);
        await Promise.resolve();
      }),
    ).toThrow(/may not return a promise/);
    expect(rows()).toEqual([]);
  });

  it('hands out a writer that is dead once it has ended', () => {
    const kept: Writer = db.write((tx) => tx);
    expect(() => put(kept, 1)).toThrow(/has ended/);
    expect(() => kept.orm).toThrow(/has ended/);
    expect(() => kept.afterCommit(() => {})).toThrow(/has ended/);
    expect(rows()).toEqual([]);
  });

  it('inside another write is a savepoint: its failure undoes only itself', () => {
    db.write((tx) => {
      put(tx, 1);
      expect(() =>
        db.write((inner) => {
          put(inner, 2);
          throw new Error('inner');
        }),
      ).toThrow('inner');
      tx.savepoint((inner) => {
        put(inner, 3);
        inner.savepoint((innermost) => put(innermost, 4));
      });
    });
    expect(rows()).toEqual([1, 3, 4]);
  });

  it('is immediate: a second connection cannot slip in between its reads and its writes', () => {
    const other = createDatabase(openSqlite(db.file, 0), () => {});
    db.write((tx) => {
      expect(() => other.write((second) => put(second, 9))).toThrow(/locked/);
      put(tx, 1);
    });
    other.write((second) => put(second, 9));
    other.close();
    expect(rows()).toEqual([1, 9]);
  });
});

describe('hooks after the commit', () => {
  it('run in order, only when it is on disk for every connection', () => {
    const other = createDatabase(openSqlite(db.file), () => {});
    const seen: unknown[] = [];
    const countElsewhere = () => other.reader.reading<{ n: number }>('SELECT count(*) AS n FROM t').get()?.n;
    db.write((tx) => {
      put(tx, 1);
      tx.afterCommit(() => seen.push(['first', countElsewhere()]));
      tx.afterCommit(() => seen.push(['second', db.sqlite.inTransaction]));
      expect(countElsewhere()).toBe(0);
    });
    other.close();
    expect(seen).toEqual([
      ['first', 1],
      ['second', false],
    ]);
  });

  it('do not run for what was undone', () => {
    const seen: string[] = [];
    db.write((tx) => {
      tx.afterCommit(() => seen.push('outer'));
      expect(() =>
        tx.savepoint((inner) => {
          inner.afterCommit(() => seen.push('inner'));
          throw new Error('inner');
        }),
      ).toThrow('inner');
    });
    expect(() =>
      db.write((tx) => {
        tx.afterCommit(() => seen.push('undone'));
        throw new Error('outer');
      }),
    ).toThrow('outer');
    expect(seen).toEqual(['outer']);
  });

  it('may write, and their failure is reported without failing the write', () => {
    const result = db.write((tx) => {
      tx.afterCommit(() => {
        throw new Error('hook');
      });
      tx.afterCommit(() => void db.write((next) => put(next, 7)));
      return 'done';
    });
    expect(result).toBe('done');
    expect(hookFailures).toEqual([new Error('hook')]);
    expect(rows()).toEqual([7]);
  });
});

describe('a reader', () => {
  it('cannot prepare a statement that writes', () => {
    expect(() => db.reader.reading('DELETE FROM t')).toThrow(/may not write/);
    expect(() => db.read((reader) => reader.reading('INSERT INTO t VALUES (1)'))).toThrow(/may not write/);
    expect(() => db.read(() => db.write((tx) => put(tx, 1)))).toThrow(/A read may not write/);
  });

  it('sees one moment for as long as it reads', () => {
    const other = createDatabase(openSqlite(db.file), () => {});
    db.read(() => {
      expect(rows()).toEqual([]);
      other.write((tx) => put(tx, 1));
      expect(rows()).toEqual([]);
    });
    expect(rows()).toEqual([1]);
    other.close();
  });
});
