import type { CellValue, ColumnType } from '@crm/shared';
import { expect, it } from 'vitest';
import { testContext } from '../columns/testing.ts';
import { TestSheet } from '../views/testing.ts';
import { planFill, type FillMode } from './fill.ts';
import type { SelectedSheet } from './selection.ts';

function column(type: ColumnType, seeds: CellValue[], more: number): SelectedSheet {
  const sheet = new TestSheet();
  const only = sheet.addColumn(type, type === 'rating' ? { max: 5 } : {});
  const cells = [...seeds, ...Array<CellValue>(more).fill(null)];
  const slots = cells.map((cell) => sheet.addRow([[only, cell]]));
  return { view: sheet, order: Int32Array.from(slots), columns: [only], ctx: testContext() };
}

function filled(type: ColumnType, seeds: CellValue[], more: number, mode: FillMode = 'series'): CellValue[] {
  const grid = column(type, seeds, more);
  const source = { top: 0, left: 0, bottom: seeds.length - 1, right: 0 };
  const { ops } = planFill(grid, source, { ...source, bottom: seeds.length + more - 1 }, mode);
  return ops.map((op) => (op.t === 'cell.set' ? op.value : null));
}

it.each<[ColumnType, CellValue[], CellValue[]]>([
  ['number', [5], [5, 5, 5]],
  ['number', [1, 2], [3, 4, 5]],
  ['number', [0.1, 0.2], [0.3, 0.4, 0.5]],
  ['number', [1, 2, 4], [1, 2, 4]],
  ['date', ['2026-01-31', '2026-02-01'], ['2026-02-02', '2026-02-03', '2026-02-04']],
  ['date', ['2026-01-31'], ['2026-01-31', '2026-01-31', '2026-01-31']],
  ['text', ['Fund 08', 'Fund 10'], ['Fund 12', 'Fund 14', 'Fund 16']],
  ['text', ['a', 'b'], ['a', 'b', 'a']],
  ['commitment', [{ amount: 1, status: 'soft' }], [1, 2, 3].map(() => ({ amount: 1, status: 'soft' }))],
])('%s %j goes on with %j', (type, seeds, expected) => expect(filled(type, seeds, 3)).toEqual(expected));

it('copies when asked to', () => expect(filled('number', [1, 2], 3, 'copy')).toEqual([1, 2, 1]));

it('goes upwards too', () => {
  const grid = column('number', [9, 9, 3, 4], 0);
  const source = { top: 2, left: 0, bottom: 3, right: 0 };
  const { ops } = planFill(grid, source, { ...source, top: 0 }, 'series');
  expect(ops.map((op) => op.t === 'cell.set' && op.value)).toEqual([1, 2]);
});

it('leaves out what does not fit and counts it', () => {
  const grid = column('rating', [3, 4], 3);
  const source = { top: 0, left: 0, bottom: 1, right: 0 };
  const plan = planFill(grid, source, { ...source, bottom: 4 }, 'series');
  expect(plan.ops).toHaveLength(1);
  expect(plan.skipped).toBe(2);
});

it('fills to the right by way of text, across types and past computed columns', () => {
  const sheet = new TestSheet();
  const columns = (['text', 'autonumber', 'number', 'date', 'singleSelect'] as const).map((type) =>
    sheet.addColumn(type),
  );
  const slot = sheet.addRow([[columns[0] ?? sheet.addColumn('text'), '12']]);
  const grid = { view: sheet, order: Int32Array.of(slot), columns, ctx: testContext() };
  const source = { top: 0, left: 0, bottom: 0, right: 0 };
  const { ops, skipped } = planFill(grid, source, { ...source, right: 4 }, 'copy');
  expect(ops.map((op) => op.t)).toEqual(['col.set', 'cell.set', 'cell.set']);
  expect(ops.flatMap((op) => (op.t === 'cell.set' ? [op.value] : []))[0]).toBe(12);
  expect(skipped).toBe(1);
});
