import { describe, expect, it } from 'vitest';
import type { ImportPlan } from './plan-types.ts';
import { airtableFile, ImportSheet } from './testing.ts';

const FILE = [
  'Name,Stage,Size,Since,Tags,Notes,Fund I,Done',
  'Ann Lee,Hot,$30.00,1/25/2026,"a,b","line 1\nline 2",$250000.00,checked',
  'Bob Roe,Cold,$65000000.0,3/4/2026,a,,,',
  'Cy Dee,Hot,,3/5/2026,"b,""c, d""",x,$5.00,checked',
  'Di Eff,Hot,$0.0,3/6/2026,a,,,',
  ',,,,,,,',
];

function accountOf({ receipt }: ImportPlan) {
  const { cells, rows } = receipt;
  expect(cells.read).toBe(cells.imported + cells.changedInMeaning + cells.rejected);
  expect(rows.read).toBe(rows.new + rows.changed + rows.unchanged + rows.problem);
  return { rows, cells };
}

function changed(...edits: [number, string, string][]): Uint8Array {
  const lines = [...FILE];
  for (const [line, from, to] of edits) lines[line] = (lines[line] ?? '').replace(from, to);
  return airtableFile(...lines);
}

describe('an import', () => {
  it('reads every filled cell once and makes rows, columns, choices and a fund', () => {
    const sheet = new ImportSheet();
    const plan = sheet.import(airtableFile(...FILE));
    expect(accountOf(plan)).toEqual({
      rows: { read: 5, new: 4, changed: 0, unchanged: 1, problem: 0 },
      cells: { read: 25, imported: 25, changedInMeaning: 0, rejected: 0 },
    });
    expect(sheet.columns.map((column) => column.type)).toEqual([
      'text',
      'singleSelect',
      'currency',
      'date',
      'multiSelect',
      'longText',
      'commitment',
      'checkbox',
    ]);
    expect(sheet.values('Size')).toEqual([3000, 6_500_000_000, null, 0]);
    expect(sheet.values('Since')).toEqual(['2026-01-25', '2026-03-04', '2026-03-05', '2026-03-06']);
    expect(sheet.values('Fund I')[0]).toEqual({ amount: 25_000_000, status: 'committed' });
    expect(sheet.column('Tags').options.choices?.map((choice) => choice.name)).toEqual(['a', 'b', 'c, d']);
    expect(plan.rows.every(({ ops }) => ops.length === 1 && ops[0]?.t === 'row.add')).toBe(true);
    const positions = [...sheet.rows.values()].map((row) => row.position);
    expect(positions).toEqual([...positions].toSorted());
  });

  it('of the same file again changes nothing', () => {
    const sheet = new ImportSheet();
    sheet.import(airtableFile(...FILE));
    const again = sheet.plan(airtableFile(...FILE));
    expect([again.setup, again.rows, again.diffTotal]).toEqual([[], [], 0]);
    expect(accountOf(again).rows).toMatchObject({ new: 0, changed: 0, unchanged: 5 });
  });

  it('of a file with three changed cells makes three ops', () => {
    const sheet = new ImportSheet();
    sheet.import(airtableFile(...FILE));
    const plan = sheet.import(changed([1, 'Hot', 'Cold'], [2, '3/4/2026', '3/5/2026'], [3, ',checked', ',']));
    expect(plan.rows.flatMap(({ ops }) => ops.map((op) => op.t))).toEqual(Array(3).fill('cell.set'));
    expect(plan.diff.map(({ kind, column, after }) => [kind, column, after])).toEqual([
      ['changed', 'Stage', 'Cold'],
      ['changed', 'Since', '3/5/2026'],
      ['changed', 'Done', ''],
    ]);
    expect(accountOf(plan).rows).toMatchObject({ changed: 3, unchanged: 2 });
  });

  it('leaves cells alone that were edited here since, and says so', () => {
    const sheet = new ImportSheet();
    sheet.import(airtableFile(...FILE));
    const { id } = sheet.column('Notes');
    sheet.apply({ t: 'cell.set', row: sheet.rowId(0), col: id, value: 'mine', ifVer: 0 });
    sheet.apply({ t: 'cell.set', row: sheet.rowId(1), col: id, value: 'mine too', ifVer: 0 });
    const plan = sheet.import(changed([2, 'a,,', 'a,theirs,']));
    expect(plan.conflicts).toBe(2);
    expect(sheet.values('Notes')).toEqual(['mine', 'mine too', 'x', null]);
    expect(accountOf(plan).cells.rejected).toBe(2);
    expect(plan.receipt.problems.map(({ row, value }) => [row, value])).toEqual([
      [1, 'line 1\nline 2'],
      [2, 'theirs'],
    ]);
    expect(sheet.plan(changed([2, 'a,,', 'a,theirs,'])).conflicts).toBe(2);
  });

  it('an edit that both made alike is no conflict', () => {
    const sheet = new ImportSheet();
    sheet.import(airtableFile(...FILE));
    sheet.apply({
      t: 'cell.set',
      row: sheet.rowId(1),
      col: sheet.column('Notes').id,
      value: 'both',
      ifVer: 0,
    });
    expect(sheet.plan(changed([2, 'a,,', 'a,both,'])).conflicts).toBe(0);
  });

  it('keeps the status that a commitment got here', () => {
    const sheet = new ImportSheet();
    sheet.import(airtableFile(...FILE));
    const { id } = sheet.column('Fund I');
    sheet.apply({
      t: 'cell.set',
      row: sheet.rowId(2),
      col: id,
      value: { amount: 500, status: 'soft' },
      ifVer: 0,
    });
    expect(sheet.plan(airtableFile(...FILE))).toMatchObject({ conflicts: 0, rows: [{ ops: [] }] });
  });

  it('does not bring a deleted row back', () => {
    const sheet = new ImportSheet();
    sheet.import(airtableFile(...FILE));
    sheet.apply({ t: 'row.del', row: sheet.rowId(0) });
    const plan = sheet.plan(airtableFile(...FILE));
    expect(plan.rows).toEqual([]);
    expect(accountOf(plan).rows).toMatchObject({ problem: 1, unchanged: 4 });
    expect(plan.receipt.problems[0]?.reason).toMatch(/deleted here/);
  });

  it('adds new rows behind the others and fills empty cells of known ones', () => {
    const sheet = new ImportSheet();
    sheet.import(airtableFile(...FILE));
    const plan = sheet.import(airtableFile(...FILE.slice(0, 5), 'Eve,Hot,$1.00,3/7/2026,new,,,'));
    expect(accountOf(plan).rows).toMatchObject({ new: 1, unchanged: 4 });
    expect(plan.setup.map((op) => op.t)).toEqual(['col.set']);
    expect(sheet.values('Name')).toEqual(['Ann Lee', 'Bob Roe', 'Cy Dee', 'Di Eff', 'Eve']);
  });
});

describe('cells that change or lose their meaning', () => {
  it('abbreviated amounts are always told', () => {
    const plan = new ImportSheet().plan(airtableFile('Name,Size', 'a,$18.2M', 'b,$450M', 'c,$5.00'));
    expect(accountOf(plan).cells).toEqual({ read: 6, imported: 4, changedInMeaning: 2, rejected: 0 });
    expect(plan.diff.filter(({ kind }) => kind === 'meaning').map(({ note }) => note)).toEqual(
      Array(2).fill(expect.stringMatching(/abbreviated/)),
    );
  });

  it('dates that may be read both ways are rejected until someone answers', () => {
    const file = airtableFile('Name,Day', 'a,1/4/2026', 'b,2/3/2026');
    const asked = new ImportSheet().plan(file);
    expect(accountOf(asked).cells).toMatchObject({ imported: 2, rejected: 2 });
    expect(asked.rejectedLines).toEqual([1, 2]);
    const sheet = new ImportSheet();
    sheet.import(file, {
      mapping: [
        { to: 'new', name: 'Name', type: 'text', options: {} },
        { to: 'new', name: 'Day', type: 'date', options: { dateFormat: 'local' }, answer: 'european' },
      ],
    });
    expect(sheet.values('Day')).toEqual(['2026-04-01', '2026-03-02']);
  });

  it('a time in another language is rejected with its reason', () => {
    const plan = new ImportSheet().plan(
      airtableFile('Name,At', 'a,25/4/2025 2:30siang', 'b,25/4/2025 2:30pm'),
    );
    expect(accountOf(plan).cells).toMatchObject({ imported: 3, rejected: 1 });
    expect(plan.receipt.problems[0]?.reason).toMatch(/another language/);
  });

  it('a name with a comma is one value or a list, as the person says', () => {
    const rows = ['CAE, CFD', 'CAE,FEA', 'CAE,FEA', 'CAE, CFD'].map((cell, i) => `r${i},"${cell}"`);
    const answered = (answer: string) => {
      const sheet = new ImportSheet();
      sheet.import(airtableFile('Name,Field', ...rows), {
        mapping: [
          { to: 'new', name: 'Name', type: 'text', options: {} },
          { to: 'new', name: 'Field', type: 'multiSelect', options: {}, answer },
        ],
      });
      return sheet.column('Field').options.choices?.map((choice) => choice.name);
    };
    expect(answered('value')).toEqual(['CAE, CFD', 'CAE,FEA']);
    expect(answered('list')).toEqual(['CAE', 'CFD', 'FEA']);
  });

  it('a column that is left out counts as rejected', () => {
    const mapping = [
      { to: 'new', name: 'Name', type: 'text', options: {} } as const,
      { to: 'skip' } as const,
    ];
    const plan = new ImportSheet().plan(airtableFile('Name,Junk', 'a,x', 'b,y', 'c,'), { mapping });
    expect(accountOf(plan).cells).toEqual({ read: 5, imported: 3, changedInMeaning: 0, rejected: 2 });
    expect(plan.receipt.problems).toEqual([
      { row: 1, column: 'Junk', value: '', reason: 'The column is left out: 2 cells.' },
    ]);
  });
});

describe('the merge key', () => {
  it('of several rows with one key finds those that are the same, and asks about others', () => {
    const file = ['Name,City', 'Ann,Paris', 'Ann,Rome', 'Bob,Oslo', ',Bonn'];
    const sheet = new ImportSheet();
    const mapping = ['Name', 'City'].map((name) => ({ to: 'new', name, type: 'text', options: {} }) as const);
    expect(accountOf(sheet.import(airtableFile(...file), { mapping, mergeKey: 0 })).rows.new).toBe(4);
    const again = {
      mapping: sheet.columns.map(({ id }) => ({ to: 'existing', col: id }) as const),
      mergeKey: 0,
    };
    expect(accountOf(sheet.plan(airtableFile(...file), again)).rows).toMatchObject({ unchanged: 4 });
    file[2] = 'Ann,Lyon';
    file[4] = ',Kiel';
    const plan = sheet.plan(airtableFile(...file), again);
    expect(accountOf(plan).rows).toMatchObject({ unchanged: 2, problem: 2 });
    expect(plan.rows).toEqual([]);
  });

  it('may be none: every row is new', () => {
    const sheet = new ImportSheet();
    sheet.import(airtableFile('Name', 'a', 'b'), { mergeKey: null });
    sheet.import(airtableFile('Name', 'a', 'b'), { mergeKey: null });
    expect(sheet.values('Name')).toEqual(['a', 'b', 'a', 'b']);
  });

  it('is Airtable’s record id where there is one', () => {
    const sheet = new ImportSheet();
    const ids = ['recABCDEFGHIJKLMN', 'recABCDEFGHIJKLMO'];
    sheet.import(airtableFile('Name,Id', `a,${ids[0]}`, `b,${ids[1]}`));
    const plan = sheet.plan(airtableFile('Name,Id', `renamed,${ids[0]}`, `b,${ids[1]}`));
    expect(accountOf(plan).rows).toMatchObject({ changed: 1, unchanged: 1, new: 0 });
  });
});

it('a mapping that does not fit is refused', () => {
  const sheet = new ImportSheet();
  const file = airtableFile('Name,City', 'a,b');
  sheet.import(file);
  const to = { to: 'existing', col: sheet.column('Name').id } as const;
  expect(() => sheet.plan(file, { mapping: [to] })).toThrow(/does not fit/);
  expect(() => sheet.plan(file, { mapping: [to, to] })).toThrow(/mapped to “Name”/);
});
