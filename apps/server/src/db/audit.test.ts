import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../testing/create-test-app.ts';
import { appendAudit, verifyAudit, type AuditEntry } from './audit.ts';

let app: TestApp;
beforeEach(() => void (app = createTestApp()));
afterEach(() => app.close());

const entry = (action: string): AuditEntry => ({
  workspaceId: app.workspaceId,
  at: '2026-03-02T09:00:00.000Z',
  actor: { kind: 'system', id: null },
  action,
  subject: null,
  detail: '{"a":1}',
});
const add = (action: string) => app.db.write((tx) => appendAudit(tx, entry(action)));

/** Edits the table as someone with the file in hand would: without the triggers. */
function tamper(sql: string): void {
  app.db.sqlite.exec(
    `DROP TRIGGER IF EXISTS audit_no_update; DROP TRIGGER IF EXISTS audit_no_delete; ${sql}`,
  );
}

describe('S20: the audit', () => {
  it('numbers its rows and chains them', () => {
    expect(['a', 'b', 'c'].map(add)).toEqual([1, 2, 3]);
    expect(verifyAudit(app.db.reader)).toMatchObject({ rows: 3, firstBad: null });
  });

  it('takes no change and no removal', () => {
    add('a');
    expect(() => app.db.sqlite.exec("UPDATE audit SET action = 'x'")).toThrow(/append-only/);
    expect(() => app.db.sqlite.exec('DELETE FROM audit')).toThrow(/append-only/);
  });

  it.each([
    ['an action', "UPDATE audit SET action = 'x' WHERE seq = 3", 3],
    ['who did it', "UPDATE audit SET actor_id = 'someone' WHERE seq = 1", 1],
    ['when', "UPDATE audit SET at = '2020' WHERE seq = 2", 2],
    ['which op', 'UPDATE audit SET op_seq = 9 WHERE seq = 4', 4],
    ['its own hash', "UPDATE audit SET hash = 'x' WHERE seq = 2", 2],
    ['a row taken out', 'DELETE FROM audit WHERE seq = 2', 2],
    [
      'two rows swapped',
      'UPDATE audit SET seq = -seq WHERE seq IN (2, 3); UPDATE audit SET seq = 5 + seq WHERE seq < 0',
      2,
    ],
  ])('names the first row when someone changes %s', (_what, sql, firstBad) => {
    ['a', 'b', 'c', 'd'].forEach(add);
    tamper(sql);
    expect(verifyAudit(app.db.reader).firstBad).toBe(firstBad);
  });

  it('shows a cut tail by another head', () => {
    ['a', 'b'].forEach(add);
    const { head } = verifyAudit(app.db.reader);
    tamper('DELETE FROM audit WHERE seq = 2');
    expect(verifyAudit(app.db.reader)).toMatchObject({ rows: 1, firstBad: null });
    expect(verifyAudit(app.db.reader).head).not.toBe(head);
  });

  it('goes on from the right row after a transaction or a savepoint was undone', () => {
    add('a');
    expect(() =>
      app.db.write((tx) => {
        appendAudit(tx, entry('undone'));
        throw new Error('no');
      }),
    ).toThrow('no');
    app.db.write((tx) => {
      appendAudit(tx, entry('b'));
      expect(() =>
        tx.savepoint((inner) => {
          appendAudit(inner, entry('undone'));
          throw new Error('no');
        }),
      ).toThrow('no');
      appendAudit(tx, entry('c'));
    });
    expect(verifyAudit(app.db.reader)).toMatchObject({ rows: 3, firstBad: null });
  });
});
