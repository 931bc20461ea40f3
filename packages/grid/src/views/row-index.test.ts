import type { CellValue, Column, SortKey } from '@crm/shared';
import { generateKeyBetween } from 'fractional-indexing';
import { describe, expect, it } from 'vitest';
import { withChoices } from '../columns/index.ts';
import { testContext } from '../columns/testing.ts';
import { RowIndex, type RowConfig } from './row-index.ts';
import { NOTHING, seeded, TestSheet } from './testing.ts';

const ctx = testContext();
const ALL: RowConfig = { filter: { conjunction: 'and', conditions: [] }, sorts: [] };

function sortedBy(...keys: [Column, SortKey['dir']][]): RowConfig {
  return { ...ALL, sorts: keys.map(([column, dir]) => ({ col: column.id, dir })) };
}

describe('order', () => {
  it('follows the values, empty cells last both ways, equal ones in the sheet’s order', () => {
    const sheet = new TestSheet();
    const name = sheet.addColumn('text');
    for (const text of ['b', null, 'A', 'a', '', 'b2', 'b10']) sheet.addRow([[name, text]]);
    expect([...new RowIndex(sheet, ALL, ctx).rows]).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect([...new RowIndex(sheet, sortedBy([name, 'asc']), ctx).rows]).toEqual([2, 3, 0, 5, 6, 1, 4]);
    expect([...new RowIndex(sheet, sortedBy([name, 'desc']), ctx).rows]).toEqual([6, 5, 0, 2, 3, 1, 4]);
  });

  it('takes several keys and the order of choices', () => {
    const sheet = new TestSheet();
    const options = withChoices({}, ['Hot', 'Cold']);
    const [hot = '', cold = ''] = (options.choices ?? []).map((choice) => choice.id);
    const heat = sheet.addColumn('singleSelect', options);
    const size = sheet.addColumn('currency');
    const cells: [CellValue, CellValue][] = [
      [cold, 1],
      [hot, 1],
      [hot, 3],
      [null, 9],
      [cold, null],
    ];
    for (const [a, b] of cells)
      sheet.addRow([
        [heat, a],
        [size, b],
      ]);
    expect([...new RowIndex(sheet, sortedBy([heat, 'asc'], [size, 'desc']), ctx).rows]).toEqual([
      2, 1, 0, 4, 3,
    ]);
  });

  it('a row that is added, moved or deleted appears, moves and goes', () => {
    const sheet = new TestSheet();
    for (let i = 0; i < 3; i += 1) sheet.addRow();
    const index = new RowIndex(sheet, ALL, ctx);
    const slot = sheet.addRow();
    expect(index.apply({ ...NOTHING, rows: [slot] })).toMatchObject({ entered: [3], left: [], moved: true });
    index.apply(sheet.move(slot, generateKeyBetween(null, sheet.rowAt(0).position)));
    expect([...index.rows]).toEqual([3, 0, 1, 2]);
    expect(index.apply(sheet.setLive(0, false))).toMatchObject({ entered: [], left: [0] });
    expect([...index.rows].map((s) => index.indexOf(s))).toEqual([0, 1, 2]);
    expect(index.indexOf(0)).toBe(-1);
  });
});

describe('held rows', () => {
  function three(): { sheet: TestSheet; size: Column; index: RowIndex } {
    const sheet = new TestSheet();
    const size = sheet.addColumn('number');
    for (const n of [1, 2, 3]) sheet.addRow([[size, n]]);
    const filter = {
      conjunction: 'and' as const,
      conditions: [{ col: size.id, op: 'gt' as const, value: 0 }],
    };
    return {
      sheet,
      size,
      index: new RowIndex(sheet, { filter, sorts: [{ col: size.id, dir: 'asc' }] }, ctx),
    };
  }

  it('stay visible and in place until they are let go', () => {
    const { sheet, size, index } = three();
    index.hold(0);
    index.hold(1);
    expect(index.apply(sheet.set(0, size, 99))).toMatchObject({ moved: false });
    index.apply(sheet.set(1, size, -5));
    expect([...index.rows]).toEqual([0, 1, 2]);
    expect(index.release([1])).toMatchObject({ left: [1] });
    expect([...index.rows]).toEqual([0, 2]);
    index.release();
    expect([...index.rows]).toEqual([2, 0]);
  });

  it('stay through a build from nothing and through edits of others', () => {
    const { sheet, size, index } = three();
    index.hold(1);
    index.apply(sheet.set(1, size, 99));
    index.apply({ ...NOTHING, cells: null });
    expect([...index.rows]).toEqual([0, 1, 2]);
    index.apply(sheet.set(2, size, 1.5));
    expect([...index.rows]).toEqual([0, 2, 1]);
    sheet.putColumn({ ...size, name: 'renamed' });
    index.apply({ ...NOTHING, columns: true });
    expect([...index.rows]).toEqual([0, 2, 1]);
    index.release();
    expect([...index.rows]).toEqual([0, 2, 1]);
  });

  it('a held row that is deleted goes at once', () => {
    const { sheet, index } = three();
    index.hold(1);
    index.apply(sheet.setLive(1, false));
    expect([...index.rows]).toEqual([0, 2]);
  });

  it('a new row stands behind the one it was inserted after, though the filter hides it', () => {
    const { sheet, index } = three();
    const slot = sheet.slotCount;
    index.hold(slot, 0);
    sheet.addRow();
    index.apply({ ...NOTHING, rows: [slot] });
    expect([...index.rows]).toEqual([0, 3, 1, 2]);
    index.apply({ ...NOTHING, cells: null });
    expect([...index.rows]).toEqual([0, 3, 1, 2]);
    index.release();
    expect([...index.rows]).toEqual([0, 1, 2]);
  });

  it('another configuration lets them go', () => {
    const { sheet, size, index } = three();
    index.hold(0);
    index.apply(sheet.set(0, size, 99));
    index.configure(sortedBy([size, 'desc']));
    expect([...index.rows]).toEqual([0, 2, 1]);
    expect(index.isHeld(0)).toBe(false);
  });
});

it('a column that changes its meaning is read anew', () => {
  const sheet = new TestSheet();
  const options = withChoices({}, ['a', 'b']);
  const column = sheet.addColumn('singleSelect', options);
  for (const choice of options.choices ?? []) sheet.addRow([[column, choice.id]]);
  const index = new RowIndex(sheet, sortedBy([column, 'asc']), ctx);
  sheet.putColumn({ ...column, options: { choices: (options.choices ?? []).toReversed() } });
  expect(index.apply({ ...NOTHING, columns: true }).rebuilt).toBe(true);
  expect([...index.rows]).toEqual([1, 0]);
});

describe('kept up edit by edit', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('equals an index built anew (seed %i)', (seed) => {
    const random = seeded(seed * 7919);
    const sheet = new TestSheet();
    const name = sheet.addColumn('text');
    const size = sheet.addColumn('number');
    const done = sheet.addColumn('checkbox');
    const columns = [name, size, done];
    const value = (column: Column): CellValue => {
      if (random(5) === 0) return null;
      if (column === name) return `${'xyZé-'[random(5)]} ${random(40)}`;
      return column === size ? random(30) - 10 : true;
    };
    const cells = () => columns.map((column) => [column, value(column)] as const);
    for (let i = 0; i < 60; i += 1) sheet.addRow(cells());
    const config: RowConfig = {
      filter: {
        conjunction: seed % 2 ? 'and' : 'or',
        conditions: [
          { col: size.id, op: 'gt', value: -5 },
          { col: done.id, op: 'is', value: seed % 3 === 0 },
        ],
      },
      sorts: [
        { col: name.id, dir: seed % 2 ? 'asc' : 'desc' },
        { col: size.id, dir: 'desc' },
      ],
    };
    const index = new RowIndex(sheet, config, ctx);
    const shown = new Set(index.rows);
    const follow = (delta: ReturnType<RowIndex['apply']>) => {
      if (delta.rebuilt) return;
      for (const slot of delta.left) expect(shown.delete(slot)).toBe(true);
      for (const slot of delta.entered) expect(shown.has(slot)).toBe(false);
      for (const slot of delta.entered) shown.add(slot);
    };
    for (let step = 0; step < 400; step += 1) {
      const slot = random(sheet.slotCount);
      const act = random(20);
      if (act === 0) follow(index.apply({ ...NOTHING, rows: [sheet.addRow(cells())] }));
      else if (act === 1) follow(index.apply(sheet.setLive(slot, random(3) > 0)));
      else if (act === 2)
        follow(
          index.apply(
            sheet.move(slot, generateKeyBetween(null, sheet.rowAt(random(sheet.slotCount)).position)),
          ),
        );
      else if (act === 3) index.hold(slot);
      else if (act === 4) follow(index.release());
      else {
        const column = columns[random(columns.length)] ?? name;
        follow(index.apply(sheet.set(slot, column, value(column))));
      }
      expect([...shown].toSorted((a, b) => a - b)).toEqual([...index.rows].toSorted((a, b) => a - b));
      for (const [place, row] of index.rows.entries()) expect(index.indexOf(row)).toBe(place);
    }
    follow(index.release());
    expect([...index.rows]).toEqual([...new RowIndex(sheet, config, ctx).rows]);
  });

  it('finds room between two neighbours again and again', () => {
    const sheet = new TestSheet();
    const name = sheet.addColumn('text');
    sheet.addRow([[name, 'a']]);
    sheet.addRow([[name, 'c']]);
    const index = new RowIndex(sheet, sortedBy([name, 'asc']), ctx);
    let text = 'b';
    for (let i = 0; i < 200; i += 1) {
      index.apply({ ...NOTHING, rows: [sheet.addRow([[name, text]])] });
      text = `${text}b`;
    }
    expect([...index.rows]).toEqual([0, ...Array.from({ length: 200 }, (_, i) => i + 2), 1]);
  });
});
