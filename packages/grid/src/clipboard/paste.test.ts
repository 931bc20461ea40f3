import type { CellValue, Column, ColumnType, Op } from '@crm/shared';
import { describe, expect, it } from 'vitest';
import { withChoices } from '../columns/index.ts';
import { ADA, testContact, testContext } from '../columns/testing.ts';
import { TestSheet } from '../views/testing.ts';
import { planClear, planCut } from './clear.ts';
import { planPaste, type PastePlan } from './paste.ts';
import { copyBlock, type SelectedSheet, type Selection } from './selection.ts';
import { parseTsv } from './tsv.ts';

interface Setup {
  readonly sheet: TestSheet;
  readonly columns: Column[];
  readonly grid: SelectedSheet;
}

function setup(types: ColumnType[], rows: CellValue[][], ctx = testContext()): Setup {
  const sheet = new TestSheet();
  const columns = types.map((type) =>
    sheet.addColumn(type, type.endsWith('Select') ? withChoices({}, ['Hot']) : {}),
  );
  const slots = rows.map((cells) =>
    sheet.addRow(columns.map((column, i) => [column, cells[i] ?? null] as const)),
  );
  return { sheet, columns, grid: { view: sheet, order: Int32Array.from(slots), columns, ctx } };
}

function at(top: number, left: number, bottom = top, right = left): Selection {
  return { top, left, bottom, right };
}

function paste(grid: SelectedSheet, selection: Selection, text: string): PastePlan {
  return planPaste({ ...grid, selection, block: parseTsv(text) });
}

function opsOf(plan: PastePlan): readonly Op[] {
  if (!plan.ok) throw new Error(plan.reason);
  return plan.ops;
}

function written(plan: PastePlan): CellValue[] {
  return opsOf(plan).flatMap((op) => (op.t === 'cell.set' ? [op.value] : []));
}

describe('paste', () => {
  it('writes a block from its corner, and only what differs', () => {
    const { grid, columns, sheet } = setup(
      ['text', 'number'],
      [
        ['a', 1],
        ['b', 2],
      ],
    );
    const plan = paste(grid, at(0, 0), 'a\t10\nB\t2');
    expect(opsOf(plan)).toEqual([
      { t: 'cell.set', row: sheet.rowAt(0).id, col: columns[1]?.id, value: 10, ifVer: 7 },
      { t: 'cell.set', row: sheet.rowAt(1).id, col: columns[0]?.id, value: 'B', ifVer: 7 },
    ]);
    expect(plan).toMatchObject({ target: at(0, 0, 1, 1), label: 'Paste 4 cells' });
  });

  it('fills the whole selection with one value or an even block', () => {
    const { grid } = setup(['text', 'text'], [[], [], [], []]);
    expect(written(paste(grid, at(0, 0, 3, 1), 'x'))).toEqual(Array(8).fill('x'));
    expect(written(paste(grid, at(0, 0, 3, 0), 'x\ny'))).toEqual(['x', 'y', 'x', 'y']);
    expect(written(paste(grid, at(0, 0, 2, 0), 'x\ny'))).toEqual(['x', 'y']);
  });

  it('empties cells where the block is empty', () => {
    const { grid } = setup(['text', 'number'], [['a', 1]]);
    expect(written(paste(grid, at(0, 0), '\t'))).toEqual([null, null]);
  });

  it('adds rows past the end, with all their cells, in the sheet’s order', () => {
    const { grid, sheet, columns } = setup(
      ['text', 'number'],
      [
        ['a', 1],
        ['b', 2],
      ],
    );
    const reversed = { ...grid, order: Int32Array.of(1, 0) };
    const plan = paste(reversed, at(1, 0), 'x\t1\ny\t\n\t');
    const added = opsOf(plan).filter((op) => op.t === 'row.add');
    const [name, size] = columns.map((column) => column.id);
    expect(added.map((op) => op.values)).toEqual([{ [name ?? '']: 'y' }, {}]);
    expect(written(plan)).toEqual(['x']);
    const positions = [sheet.rowAt(1).position, ...added.map((op) => op.position)];
    expect(positions).toEqual([...new Set(positions)].toSorted());
    expect(plan.ok && plan.added).toEqual(added.map((op) => op.row));
    expect(size).toBeDefined();
  });

  it('makes new choices first, once each', () => {
    const { grid, columns } = setup(['singleSelect', 'multiSelect'], [[], []]);
    const ops = opsOf(paste(grid, at(0, 0), 'Cold\thot, New\ncold\t"A, B",new'));
    expect(
      ops
        .slice(0, 2)
        .map((op) => (op.t === 'col.set' ? op.patch.options?.choices?.map((c) => c.name) : op.t)),
    ).toEqual([
      ['Hot', 'Cold'],
      ['Hot', 'New', 'A, B'],
    ]);
    expect(ops.slice(0, 2).map((op) => op.t === 'col.set' && op.col)).toEqual(
      columns.map((column) => column.id),
    );
    const values = written({ ok: true, ops, target: at(0, 0), label: '', added: [] });
    expect(values[0]).toBe(values[2]);
    expect(values.every((value) => value !== null)).toBe(true);
  });

  it('makes new contacts first and finds known ones', () => {
    const ann = testContact('Ann Lee', 'ann@lee.test');
    const { grid } = setup(['contacts'], [[], []], testContext({}, [ann]));
    const ops = opsOf(paste(grid, at(0, 0), 'ann@lee.test, Zoe <zoe@x.test>\nzoe@x.test'));
    const [put] = ops;
    if (put?.t !== 'contact.put') throw new Error('the contact comes first');
    expect(put.contact).toMatchObject({ name: 'Zoe', addresses: ['zoe@x.test'] });
    expect(ops.slice(1).map((op) => op.t === 'cell.set' && op.value)).toEqual([
      [ann.id, put.contact.id],
      [put.contact.id],
    ]);
  });

  it('changes nothing when a cell does not fit, and says why for each', () => {
    const { grid } = setup(['text', 'number'], [['a', 1]]);
    expect(paste(grid, at(0, 0), 'new\ttwo\nx\tthree')).toEqual({
      ok: false,
      reason: 'Nothing was pasted: 2 cells do not fit.',
      problems: [
        { row: 0, column: 'number', text: 'two', reason: '“two” is not a number.' },
        { row: 1, column: 'number', text: 'three', reason: '“three” is not a number.' },
      ],
    });
  });

  it('refuses a block that is wider than the sheet, and one for computed columns alone', () => {
    const { grid } = setup(['text', 'autonumber'], [['a', 1]]);
    expect(paste(grid, at(0, 1), 'x\ty')).toMatchObject({ ok: false, reason: /1 column wider/ });
    expect(paste(grid, at(0, 1), '5')).toMatchObject({ ok: false, reason: /filled in by the program/ });
    expect(written(paste(grid, at(0, 0), 'x\t5'))).toEqual(['x']);
  });

  it('keeps the status of a commitment that is pasted over without one', () => {
    const { grid } = setup(['commitment'], [[{ amount: 100, status: 'funded' }], []]);
    expect(written(paste(grid, at(0, 0), '2\n3'))).toEqual([
      { amount: 200, status: 'funded' },
      { amount: 300, status: 'committed' },
    ]);
    expect(written(paste(grid, at(0, 0), '2 soft'))).toEqual([{ amount: 200, status: 'soft' }]);
  });
});

describe('copy, cut and clear', () => {
  it('what is copied and pasted elsewhere is the same', () => {
    const types: ColumnType[] = [
      'text',
      'longText',
      'currency',
      'percent',
      'date',
      'checkbox',
      'commitment',
      'person',
    ];
    const cells: CellValue[] = [
      '=1+1',
      'a\n"b"\t',
      -1250,
      0.125,
      '2026-03-05',
      true,
      { amount: 5, status: 'soft' },
      ADA.id,
    ];
    const { grid } = setup(types, [cells, []]);
    const block = copyBlock(grid, at(0, 0, 0, 7));
    expect(written(planPaste({ ...grid, selection: at(1, 0), block }))).toEqual(cells);
  });

  it('clears what people may write and what is not empty', () => {
    const { grid } = setup(
      ['text', 'autonumber', 'text'],
      [
        ['a', 1, null],
        ['b', 2, ''],
      ],
    );
    expect(planClear(grid, at(0, 0, 1, 2)).map((op) => op.t === 'cell.set' && op.value)).toEqual([
      null,
      null,
    ]);
    expect(planCut(grid, at(0, 0, 1, 1)).block).toEqual([
      ['a', '1'],
      ['b', '2'],
    ]);
  });
});
