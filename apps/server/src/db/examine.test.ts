import { ColumnId, InvestorId, newId } from '@crm/shared';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changeSheet } from '../modules/fundraising/change.usecases.ts';
import { createDefaultSheet } from '../modules/fundraising/default-sheet.usecases.ts';
import { createTestApp, type TestApp } from '../testing/create-test-app.ts';
import { examine } from './examine.ts';

const AUTHOR = {
  actor: { kind: 'system', id: null },
  clientId: null,
  mid: null,
  cause: null,
  source: 'test',
} as const;

let app: TestApp;
beforeEach(() => {
  app = createTestApp();
  app.db.write((tx) => createDefaultSheet(app, tx, AUTHOR.actor));
  const col = ColumnId.parse(app.db.sqlite.prepare('SELECT id FROM "column" LIMIT 1').pluck().get());
  for (const [i, name] of ['Birch', 'Cedar', 'Oak'].entries()) {
    const row = newId(InvestorId);
    changeSheet(app, (change) => {
      change.apply([{ t: 'row.add', row, position: `a${i}`, values: { [col]: name } }], AUTHOR);
      change.apply([{ t: 'cell.set', row, col, value: `${name} Capital`, ifVer: change.head }], AUTHOR);
    });
  }
});
afterEach(() => app.close());

const bad = () =>
  examine(app.db, app.config.dataDir)
    .filter(({ ok }) => !ok)
    .map(({ check }) => check);

describe('the examination', () => {
  it('finds nothing wrong with a sheet that was edited', () => {
    const findings = examine(app.db, app.config.dataDir);
    expect(findings.filter(({ ok }) => !ok)).toEqual([]);
    expect(findings.find(({ check }) => check === 'cells')?.detail).toBe('3 as the log says');
  });

  it.each([
    ['a cell written past the log', 'UPDATE cell SET value = \'"Fir"\' WHERE ver = 11', ['cells']],
    ['a lost cell', 'DELETE FROM cell WHERE ver = 11', ['cells']],
    ['a version that is not the last', 'UPDATE cell SET ver = ver - 1', ['cells']],
    ['a gap in the log', 'DELETE FROM op WHERE seq = 10', ['op log', 'cells']],
    ['a head that ran ahead', 'UPDATE workspace SET head_seq = head_seq + 1', ['op log']],
    ['an op without a record', 'UPDATE op SET seq = 99 WHERE seq = 15', ['op log', 'op records', 'cells']],
    [
      'a record of an op that is another',
      'DROP TRIGGER audit_no_update; UPDATE audit SET op_seq = 1 WHERE op_seq = 15',
      ['audit', 'op records'],
    ],
  ])('finds %s', (_what, sql, checks) => {
    app.db.sqlite.exec(sql);
    expect(bad()).toEqual(checks);
  });

  it('finds a broken reference', () => {
    app.db.sqlite.pragma('foreign_keys = OFF');
    app.db.sqlite.exec(`INSERT INTO contact_address VALUES ('nobody', 'w', 0, 'a@b.co', 'a@b.co')`);
    expect(bad()).toEqual(['references']);
  });
});
