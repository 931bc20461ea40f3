import { AppError, ColumnId, Contact, Epoch, FundId, InvestorId, newId, random128 } from '@crm/shared';
import type { Column } from '@crm/shared';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyAudit } from '../../db/audit.ts';
import { createTestApp, type TestApp } from '../../testing/create-test-app.ts';
import { addPerson, epochOf, openSheet, Tab } from '../../testing/sheet.ts';
import { push } from './live.usecases.ts';
import { relationalSummary } from './read.usecases.ts';

let app: TestApp;
beforeEach(() => void (app = createTestApp()));
afterEach(() => app.close());

const count = (table: string) => app.db.sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get();

describe('push', () => {
  it('I2 answers a repeated mutation as before, and raises an alarm when its contents differ', async () => {
    const column = openSheet(app);
    const tab = new Tab(app, addPerson(app, 'ada'));
    const row = await tab.addRow();
    const set = (value: string) => [{ t: 'cell.set', row, col: column('name').id, value, ifVer: 0 }] as const;
    const first = await tab.push(set('Acme'), 2);
    const ops = count('op');
    expect(await tab.push(set('Acme'), 2)).toEqual(first);
    expect(count('op')).toBe(ops);
    expect((await tab.push(set('Other'), 2)).stop).toEqual({ code: 'HASH_MISMATCH', mid: 2 });
    expect((await tab.push(set('Later'), 9)).stop).toEqual({ code: 'GAP', expected: 3 });
  });

  it('I5 a refusal uses up its number and leaves neither op nor audit', async () => {
    openSheet(app);
    const tab = new Tab(app, addPerson(app, 'ada'));
    const before = [count('op'), count('audit')];
    const { results } = await tab.push([
      { t: 'cell.set', row: newId(InvestorId), col: newId(ColumnId), value: 1, ifVer: 0 },
    ]);
    expect(results).toMatchObject([{ status: 'rejected', reason: 'unknown_row', mid: 1 }]);
    expect([count('op'), count('audit')]).toEqual(before);
    expect(
      (await tab.push([{ t: 'row.add', row: newId(InvestorId), position: 'a0', values: {} }])).results,
    ).toMatchObject([{ status: 'applied' }]);
  });

  it('I8 an op that is not understood is refused for good and uses up its number', async () => {
    openSheet(app);
    const principal = addPerson(app, 'ada');
    const { clientId } = new Tab(app, principal);
    const muts = [{ mid: 1, ops: [{ t: 'cell.explode' }] }];
    const output = await push(app, principal, { protocol: 1, epoch: epochOf(app), clientId, muts });
    expect(output).toMatchObject({
      results: [{ status: 'rejected', reason: 'invalid_value', op: 0 }],
      stop: null,
    });
  });

  it('keeps a tab to its person, and a history to its epoch', async () => {
    openSheet(app);
    const tab = new Tab(app, addPerson(app, 'ada'));
    await tab.addRow();
    const { clientId } = tab;
    const muts = [{ mid: 2, ops: [{}] }];
    const stranger = addPerson(app, 'bob');
    await expect(
      push(app, stranger, { protocol: 1, epoch: epochOf(app), clientId, muts }),
    ).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    const output = await push(app, stranger, { protocol: 1, epoch: random128(Epoch), clientId, muts });
    expect(output.stop).toEqual({ code: 'EPOCH', epoch: epochOf(app) });
    expect(
      (await push(app, stranger, { protocol: 99, epoch: epochOf(app), clientId, muts })).stop?.code,
    ).toBe('PROTOCOL');
  });

  it('commits pushes of one turn together, each on its own merit', async () => {
    const column = openSheet(app);
    const person = addPerson(app, 'ada');
    const tabs = [new Tab(app, person), new Tab(app, person), new Tab(app, person)];
    const row = await new Tab(app, person).addRow();
    let commits = 0;
    const off = app.bus.on('ops', () => void (commits += 1));
    const answers = await Promise.all(
      tabs.map((tab, n) =>
        tab.push([{ t: 'cell.set', row, col: column('name').id, value: `v${n}`, ifVer: 0 }]),
      ),
    );
    off();
    expect(answers.flatMap(({ results }) => results.map(({ status }) => status))).toEqual([
      'applied',
      'conflict',
      'conflict',
    ]);
    expect(commits).toBe(1);
  });

  it('F3 a full disk saves nothing, uses up nothing, and is over when there is room', async () => {
    const column = openSheet(app);
    const tab = new Tab(app, addPerson(app, 'ada'));
    const row = await tab.addRow();
    const pages = Number(app.db.sqlite.pragma('page_count', { simple: true }));
    app.db.sqlite.pragma(`max_page_count = ${pages}`);
    const big = 'x'.repeat(30_000);
    const set = [{ t: 'cell.set', row, col: column('notes').id, value: big, ifVer: 0 }] as const;
    await expect(tab.push(set, 2)).rejects.toMatchObject({ code: 'SQLITE_FULL' });
    expect(count('mutation')).toBe(1);
    app.db.sqlite.pragma('max_page_count = 1000000');
    expect((await tab.push(set, 2)).results).toMatchObject([{ status: 'applied', mid: 2 }]);
    expect(verifyAudit(app.db.reader).firstBad).toBe(null);
  });

  it('refuses what no hand could type, and says when to try again', async () => {
    openSheet(app);
    const principal = addPerson(app, 'ada');
    const { clientId } = new Tab(app, principal);
    const muts = [{ mid: 1, ops: Array.from({ length: 500 }, () => ({})) }];
    const answers = await Promise.allSettled(
      Array.from({ length: 200 }, () =>
        push(app, principal, { protocol: 99, epoch: epochOf(app), clientId, muts }),
      ),
    );
    const refused: unknown = answers.find((answer) => answer.status === 'rejected')?.reason;
    expect(refused).toBeInstanceOf(AppError);
    expect(refused).toMatchObject({ code: 'RATE_LIMITED', data: { retryAfter: expect.any(Number) } });
  });

  it('keeps funds, commitments, contacts and addresses with the cells', async () => {
    const column = openSheet(app);
    const tab = new Tab(app, addPerson(app, 'ada'));
    const row = await tab.addRow();
    const fund: Column = {
      id: newId(ColumnId),
      name: 'Fund I',
      type: 'commitment',
      options: { fundId: newId(FundId), currency: 'EUR' },
      position: 'b0',
      key: null,
      deletedAt: null,
      ver: 0,
    };
    const contact = {
      id: newId(Contact.shape.id),
      name: 'Ann',
      title: '',
      phone: '',
      addresses: ['Ann@LP.example'],
      deletedAt: null,
    };
    await tab.push([
      { t: 'col.add', column: fund },
      { t: 'cell.set', row, col: fund.id, value: { amount: 500_00, status: 'committed' }, ifVer: 0 },
      { t: 'contact.put', contact },
      { t: 'set.add', row, col: column('contacts').id, item: contact.id },
    ]);
    expect(relationalSummary(app)).toMatchObject({
      investors: 1,
      contacts: 1,
      funds: [{ name: 'Fund I', currency: 'EUR', committed: 50_000, investors: 1 }],
    });
    expect(app.db.sqlite.prepare('SELECT normalized FROM contact_address').pluck().all()).toEqual([
      'ann@lp.example',
    ]);
    expect(count('investor_contact')).toBe(1);
    await tab.push([{ t: 'row.del', row }]);
    expect(relationalSummary(app)).toMatchObject({ investors: 0, funds: [{ committed: 0, investors: 0 }] });
  });
});
