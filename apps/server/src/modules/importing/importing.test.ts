import type { CellValue, ColumnId, ImportId, InvestorId, Op } from '@crm/shared';
import { Receipt, type PlanOutput } from '@crm/shared/contract/importing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { z } from 'zod';
import { createTestApp, type TestApp } from '../../testing/create-test-app.ts';
import { examine } from '../../db/examine.ts';
import { changeSheet, type Author } from '../fundraising/change.usecases.ts';
import { exportSheet } from '../fundraising/export.usecases.ts';
import { apply, resumeImports } from './apply.usecases.ts';
import { list, rejected, status } from './importing.usecases.ts';
import { begin, plan } from './plan.usecases.ts';
import { readTable } from './sheet-table.usecases.ts';
import { undo } from './undo.usecases.ts';

// Every commit waits for the disk.
vi.setConfig({ testTimeout: 30_000 });

const OPERATOR: Author = {
  actor: { kind: 'system', id: null },
  clientId: null,
  mid: null,
  cause: null,
  source: 'test',
};
const LINES = [
  'Name,Stage,Size,Notes,Fund I',
  'Ann,Hot,$30.00,"one\ntwo",$5.00',
  'Bob,Cold,$1.50,,',
  'Cy,Hot,$18.2M,x,$6.00',
  'Di,Hot,,,',
];

let app: TestApp;
beforeEach(() => void (app = createTestApp()));
afterEach(() => {
  const { errors } = app;
  app.close();
  if (errors.length > 0) throw new Error(errors.join('\n'));
});

function open(lines: readonly string[] | string) {
  const text = typeof lines === 'string' ? lines : `\ufeff${lines.join('\n')}`;
  return begin(app, null, { fileName: 'Investors-Grid view.csv', bytes: new TextEncoder().encode(text) });
}

async function dryRun(lines: readonly string[]): Promise<z.infer<typeof PlanOutput>> {
  const { id, mapping, mergeKey } = open(lines);
  return plan(app, null, { id, mapping, mergeKey });
}

async function importAll(lines: readonly string[]): Promise<ImportId> {
  const { id } = await dryRun(lines);
  await apply(app, null, id);
  return id;
}

function edit(...ops: Op[]): void {
  expect(changeSheet(app, (change) => change.apply(ops, OPERATOR))).toMatchObject({ status: 'applied' });
}

/** The sheet as texts: one line per live row. */
async function shown(): Promise<string[]> {
  const { text } = await exportSheet(app, null, { format: 'csv' });
  return text.slice(1).split(/\n(?=[A-Z])/);
}

async function cell(
  name: string,
  column: string,
): Promise<{ row: InvestorId; col: ColumnId; value: CellValue; ver: number }> {
  const table = await readTable(app);
  const [key, wanted] = ['Name', column].map((title) => table.columns.find((one) => one.name === title)?.id);
  const row = table.rows.find(({ id }) => key && table.cells.get(key)?.get(id)?.value === name);
  if (!row || !wanted) throw new Error(`no ${column} of ${name}`);
  return { row: row.id, col: wanted, ...(table.cells.get(wanted)?.get(row.id) ?? { value: null, ver: 0 }) };
}

function head(): number {
  return changeSheet(app, (change) => change.head);
}

describe('an import', () => {
  it('changes nothing until it is started, and then all of it in one attributed batch', async () => {
    const planned = await dryRun(LINES);
    expect(planned.receipt.rows).toEqual({ read: 4, new: 4, changed: 0, unchanged: 0, problem: 0 });
    expect(planned.receipt.cells).toEqual({ read: 15, imported: 14, changedInMeaning: 1, rejected: 0 });
    expect(head()).toBe(0);
    await apply(app, null, planned.id);
    expect(status(app, planned.id)).toMatchObject({ state: 'done', done: 4, total: 4, error: null });
    expect(await shown()).toEqual([
      'Name,Stage,Size,Notes,Fund I',
      'Ann,Hot,30,"one\ntwo",5',
      'Bob,Cold,1.50,,',
      'Cy,Hot,18200000,x,6',
      'Di,Hot,,,',
    ]);
    const causes = app.db.reader.reading('SELECT DISTINCT cause FROM op').all();
    expect(causes).toEqual([{ cause: `import:${planned.id}` }]);
    expect(examine(app.db, app.config.dataDir).filter(({ ok }) => !ok)).toEqual([]);
    const funds = app.db.reader
      .reading('SELECT name, (SELECT sum(amount) FROM commitment) AS amount FROM fund')
      .all();
    expect(funds).toEqual([{ name: 'Fund I', amount: 1100 }]);
  });

  it('of the same file again changes nothing', async () => {
    await importAll(LINES);
    const before = head();
    const again = await dryRun(LINES);
    expect(again).toMatchObject({
      conflicts: 0,
      diffTotal: 0,
      receipt: { rows: { unchanged: 4, new: 0, changed: 0 } },
    });
    await apply(app, null, again.id);
    expect(head()).toBe(before);
  });

  it('of a file with three changed cells makes three ops', async () => {
    await importAll(LINES);
    const before = head();
    const lines = LINES.map((line) =>
      line.replace('Bob,Cold,$1.50', 'Bob,Hot,$2.50').replace('$18.2M,x', '$18.2M,y'),
    );
    const id = await importAll(lines);
    expect(head()).toBe(before + 3);
    const ops = app.db.reader
      .reading<{ t: string }>("SELECT body ->> 't' AS t FROM op WHERE cause = ?")
      .all(`import:${id}`);
    expect(ops.map(({ t }) => t)).toEqual(Array(3).fill('cell.set'));
  });

  it('never overwrites a cell that was edited here since the last import', async () => {
    await importAll(LINES);
    const notes = await cell('Ann', 'Notes');
    edit({ t: 'cell.set', row: notes.row, col: notes.col, value: 'mine', ifVer: notes.ver });
    const again = await dryRun(LINES.map((line) => line.replace('two', 'three')));
    expect(again).toMatchObject({ conflicts: 1, receipt: { cells: { rejected: 1 } } });
    await apply(app, null, again.id);
    expect(await cell('Ann', 'Notes')).toMatchObject({ value: 'mine' });
  });

  it('leaves a cell alone that is edited between the dry run and the start', async () => {
    await importAll(LINES);
    const planned = await dryRun(
      LINES.map((line) => line.replace('two', 'three').replace('Ann,Hot', 'Ann,Cold')),
    );
    const notes = await cell('Ann', 'Notes');
    edit({ t: 'cell.set', row: notes.row, col: notes.col, value: 'mine', ifVer: notes.ver });
    await apply(app, null, planned.id);
    expect(await cell('Ann', 'Notes')).toMatchObject({ value: 'mine' });
    const { receipt } = status(app, planned.id);
    expect(receipt?.cells).toEqual({ read: 15, imported: 13, changedInMeaning: 1, rejected: 1 });
    expect(receipt?.problems).toContainEqual(expect.objectContaining({ row: 1, column: 'Notes' }));
    // The next import sees the edit as one made here.
    expect(await dryRun(LINES)).toMatchObject({ conflicts: 1 });
  });

  it('goes on after a restart where it stopped, and does nothing twice', async () => {
    const many = ['Name,City', ...Array.from({ length: 550 }, (_, i) => `Person ${i},Paris`)];
    const { id } = await dryRun(many);
    app.db.write((tx) => void tx.writing("UPDATE import_run SET state = 'running' WHERE id = ?").run(id));
    // The first transactions commit; then the process dies in the middle of one.
    let commits = 0;
    const dying = {
      ...app,
      db: {
        ...app.db,
        write: <T>(work: Parameters<typeof app.db.write<T>>[0]): T => {
          commits += 1;
          if (commits === 3) throw new Error('killed');
          return app.db.write(work);
        },
      },
    };
    await resumeImports({ ...dying, bus: { ...app.bus }, log: { error: () => {}, info: () => {} } });
    app.db.write((tx) => void tx.writing("UPDATE import_run SET state = 'running' WHERE id = ?").run(id));
    await resumeImports(app);
    expect(status(app, id)).toMatchObject({ state: 'done', done: 550 });
    expect((await shown()).length).toBe(551);
    expect(head()).toBe(2 + 550);
  });

  it('is one person’s own, and started once', async () => {
    const { id } = await dryRun(LINES);
    const started = apply(app, null, id);
    expect(() => apply(app, null, id)).toThrow(/started already/);
    await started;
    const first = open(LINES);
    open(LINES);
    expect(() => apply(app, null, first.id)).toThrow(/opened since/);
    expect(list(app).map((run) => run.id)).toEqual([id]);
  });

  it.each([
    ['', /empty/],
    ['Name,Name\na,b', /Two columns/],
    ['a,b\n1', /Row 1 has 1 cells/],
    ['Name\n\0', /NUL/],
  ])('refuses %j with a sentence and keeps nothing', (text, message) => {
    expect(() => open(text)).toThrow(message);
    expect(app.db.reader.reading('SELECT count(*) AS n FROM import_run').get()).toEqual({ n: 0 });
  });
});

describe('rows that were not taken', () => {
  it('come back as a file with the reasons', async () => {
    const id = await importAll(['Name,At', 'a,25/4/2025 2:30siang', 'b,25/4/2025 2:30pm']);
    expect(Receipt.parse(status(app, id).receipt).cells.rejected).toBe(1);
    const { text, fileName } = rejected(app, id);
    expect(fileName).toBe('Investors-Grid view (not imported).csv');
    expect(text.slice(1).split('\n')).toEqual([
      'Name,At,Why not imported',
      expect.stringMatching(/^a,25\/4\/2025 2:30siang,.*another language/),
    ]);
  });
});

describe('undoing an import', () => {
  it('takes back rows, cells, columns and choices, and nothing else', async () => {
    const first = await importAll(LINES);
    const before = await shown();
    const second = await importAll(['Name,Stage,City', 'Ann,Lost,Paris', 'Eve,Hot,Rome']);
    expect(await shown()).not.toEqual(before);
    expect(await undo(app, OPERATOR.actor, second)).toMatchObject({ skipped: [] });
    expect(await shown()).toEqual(before);
    const { columns } = await readTable(app);
    expect(
      columns.find(({ name }) => name === 'Stage')?.options.choices?.map((choice) => choice.name),
    ).toEqual(['Hot', 'Cold']);
    expect(status(app, second).state).toBe('undone');
    await expect(undo(app, OPERATOR.actor, second)).rejects.toThrow(/undone already/);
    expect(await undo(app, OPERATOR.actor, first)).toMatchObject({ skipped: [] });
    expect((await readTable(app)).columns).toEqual([]);
    expect(examine(app.db, app.config.dataDir).filter(({ ok }) => !ok)).toEqual([]);
  });

  it('leaves what was edited since, and lists it', async () => {
    await importAll(LINES);
    const id = await importAll([
      ...LINES.slice(0, 3).map((line) => line.replace('Cold', 'Hot').replace('Ann,Hot', 'Ann,Cold')),
      'Eve,Hot,,,',
    ]);
    const ann = await cell('Ann', 'Stage');
    const bob = await cell('Bob', 'Stage');
    const eve = await cell('Eve', 'Notes');
    edit({ t: 'cell.set', row: ann.row, col: ann.col, value: null, ifVer: ann.ver });
    edit({ t: 'cell.set', row: eve.row, col: eve.col, value: 'met her', ifVer: eve.ver });
    const outcome = await undo(app, OPERATOR.actor, id);
    expect(outcome.skipped.map(({ row, column }) => [row, column])).toEqual([
      [eve.row, null],
      [ann.row, 'Stage'],
    ]);
    expect(await cell('Ann', 'Stage')).toMatchObject({ value: null });
    expect((await cell('Bob', 'Stage')).value).not.toBe(bob.value);
    expect(await cell('Eve', 'Notes')).toMatchObject({ value: 'met her' });
  });
});
