import { describe, expect, it } from 'vitest';
import { jump, move, step, tab } from './move.ts';
import type { Terrain } from './move.ts';
import { at, everything, extendTo, fit, rectOf, wholeColumns, wholeRows } from './selection.ts';

/** A sheet drawn as text: `#` is a filled cell. */
function drawn(...lines: string[]): Terrain {
  return {
    rows: lines.length,
    cols: lines[0]?.length ?? 0,
    pageRows: 3,
    pageCols: 2,
    isEmpty: ({ row, col }) => lines[row]?.[col] !== '#',
  };
}

describe('moving about', () => {
  const sheet = drawn('##.#', '#...', '#.#.', '....', '#..#');

  it('stops at the edges', () => {
    expect(step({ row: 0, col: 0 }, 'up', sheet)).toEqual({ row: 0, col: 0 });
    expect(step({ row: 4, col: 3 }, 'right', sheet)).toEqual({ row: 4, col: 3 });
    expect(step({ row: 1, col: 0 }, 'down', sheet, true)).toEqual({ row: 4, col: 0 });
  });

  it('jumps over filled cells to the last of them, and over empty ones to the next filled', () => {
    expect(jump({ row: 0, col: 0 }, 'down', sheet)).toEqual({ row: 2, col: 0 });
    expect(jump({ row: 2, col: 0 }, 'down', sheet)).toEqual({ row: 4, col: 0 });
    expect(jump({ row: 0, col: 1 }, 'right', sheet)).toEqual({ row: 0, col: 3 });
    expect(jump({ row: 3, col: 1 }, 'right', sheet)).toEqual({ row: 3, col: 3 });
  });

  it('extends from the moving end and keeps the active cell', () => {
    const one = move(at({ row: 1, col: 1 }), { direction: 'down', extend: true, far: 'no' }, sheet);
    const two = move(one, { direction: 'right', extend: true, far: 'no' }, sheet);
    expect(two.active).toEqual({ row: 1, col: 1 });
    expect(rectOf(two, sheet)).toEqual({ top: 1, bottom: 3, left: 1, right: 3 });
  });

  it('goes on by Tab to the next row, and stays at the very last cell', () => {
    expect(tab(at({ row: 0, col: 3 }), false, sheet).active).toEqual({ row: 1, col: 0 });
    expect(tab(at({ row: 1, col: 0 }), true, sheet).active).toEqual({ row: 0, col: 3 });
    expect(tab(at({ row: 4, col: 3 }), false, sheet).active).toEqual({ row: 4, col: 3 });
  });

  it('goes round inside a selected rectangle by Tab', () => {
    let selection = extendTo(at({ row: 1, col: 1 }), { row: 2, col: 2 });
    const seen = [];
    for (let i = 0; i < 4; i += 1) {
      selection = tab(selection, false, sheet);
      seen.push([selection.active.row, selection.active.col]);
    }
    expect(seen).toEqual([
      [1, 2],
      [2, 1],
      [2, 2],
      [1, 1],
    ]);
  });
});

describe('what is selected', () => {
  const extent = { rows: 10, cols: 4 };

  it('spans whole rows, whole columns and everything, whatever there is', () => {
    expect(rectOf(wholeRows(5, 2, 1), extent)).toEqual({ top: 2, bottom: 6, left: 0, right: 4 });
    expect(rectOf(wholeColumns(1, 2, 7), extent)).toEqual({ top: 0, bottom: 10, left: 1, right: 3 });
    expect(rectOf(everything({ row: 3, col: 3 }), extent)).toEqual({ top: 0, bottom: 10, left: 0, right: 4 });
  });

  it('comes back inside when rows go, and ends when none is left', () => {
    expect(fit(at({ row: 9, col: 3 }), { rows: 4, cols: 2 })?.active).toEqual({ row: 3, col: 1 });
    expect(fit(at({ row: 9, col: 3 }), { rows: 0, cols: 2 })).toBeNull();
  });
});
