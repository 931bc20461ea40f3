import { InvestorId, newId } from '@crm/shared';
import { SaveStateInput } from '@crm/shared/contract/fundraising';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../testing/create-test-app.ts';
import { addPerson, openSheet, Tab } from '../../testing/sheet.ts';
import { readHistory, readState } from './read.usecases.ts';
import { saveState } from './save-state.usecases.ts';

let app: TestApp;
beforeEach(() => void (app = createTestApp()));
afterEach(() => app.close());

/** A sheet of ten rows, read as a script reads it. */
async function start() {
  const column = openSheet(app);
  const person = addPerson(app, 'ada');
  const tab = new Tab(app, person);
  for (let n = 0; n < 10; n++) await tab.addRow({ [column('name').id]: `LP ${n}` }, `a${n}`);
  const state = await readState(app, person);
  const input = (change: Partial<typeof state> = {}, rest: object = {}) =>
    SaveStateInput.parse({
      ...state,
      ...change,
      expectedVersion: state.version,
      idempotencyKey: 'save number one',
      ...rest,
    });
  return { column, person, tab, state, input };
}

describe('the whole state', () => {
  it('I12 a stale save changes nothing and says what changed since', async () => {
    const { column, person, tab, state, input } = await start();
    const row = state.rows[0]?.id ?? newId(InvestorId);
    await tab.push([{ t: 'cell.set', row, col: column('name').id, value: 'Renamed', ifVer: -1 }]);
    const before = await readState(app, person);
    expect(() => saveState(app, person, input({ rows: [] }))).toThrow(
      expect.objectContaining({
        code: 'CONFLICT',
        data: expect.objectContaining({
          version: state.version + 1,
          updatedBy: person.userId,
          changes: [expect.objectContaining({ kind: 'cell.set', row })],
        }),
      }),
    );
    expect(await readState(app, person)).toEqual(before);
  });

  it('saves cell by cell, once per key, and an equal state not at all', async () => {
    const { column, person, state, input } = await start();
    expect(saveState(app, person, input()).ops).toBe(0);
    const rows = state.rows.map((row, n) =>
      n === 3 ? { ...row, values: { ...row.values, [column('location').id]: 'Bern' } } : row,
    );
    const change = input({ rows }, { idempotencyKey: 'save number two' });
    const saved = saveState(app, person, change);
    expect(saved).toEqual({ version: state.version + 1, ops: 1 });
    expect(saveState(app, person, change)).toEqual(saved);
    expect((await readState(app, person)).rows[3]?.values[column('location').id]).toBe('Bern');
    const row = state.rows[3]?.id ?? newId(InvestorId);
    const { entries } = readHistory(app, { row, col: column('location').id, limit: 10 });
    expect(entries).toMatchObject([
      { old: null, new: 'Bern', cause: 'state:save number two', by: person.userId },
    ]);
  });

  it('does not delete many rows by accident', async () => {
    const { person, state, input } = await start();
    const rows = state.rows.slice(3);
    expect(() => saveState(app, person, input({ rows }))).toThrow(
      expect.objectContaining({ code: 'MASS_DELETE', data: { deleting: 3, of: 10 } }),
    );
    expect(saveState(app, person, input({ rows: state.rows.slice(2) })).ops).toBe(2);
    const now = await readState(app, person);
    const all = SaveStateInput.parse({
      ...now,
      rows: [],
      expectedVersion: now.version,
      idempotencyKey: 'all of them',
      allowMassDelete: true,
    });
    expect(saveState(app, person, all).ops).toBe(8);
    const back = SaveStateInput.parse({
      ...state,
      expectedVersion: now.version + 8,
      idempotencyKey: 'all back again',
    });
    saveState(app, person, back);
    expect((await readState(app, person)).rows).toEqual(state.rows);
  });

  it('a bad value saves nothing at all', async () => {
    const { column, person, state, input } = await start();
    const rows = state.rows.map((row) => ({
      ...row,
      values: { ...row.values, [column('lastContact').id]: 'soon' },
    }));
    expect(() => saveState(app, person, input({ rows }))).toThrow(
      expect.objectContaining({ code: 'BAD_INPUT' }),
    );
    expect((await readState(app, person)).version).toBe(state.version);
  });
});
