import { at, clampSpot, contains, extendTo, isOneCell, rectOf } from './selection.ts';
import type { Extent, Selection, Spot } from './selection.ts';

export type Direction = 'up' | 'down' | 'left' | 'right';

/** What moving needs to know about the sheet. */
export interface Terrain extends Extent {
  /** Rows and columns that a screen shows. */
  readonly pageRows: number;
  readonly pageCols: number;
  isEmpty(spot: Spot): boolean;
}

const STEPS: Record<Direction, readonly [number, number]> = {
  up: [-1, 0],
  down: [1, 0],
  left: [0, -1],
  right: [0, 1],
};

/** One cell on, or a whole screen. */
export function step(from: Spot, direction: Direction, terrain: Terrain, page = false): Spot {
  const [row, col] = STEPS[direction];
  const by = page ? (row === 0 ? terrain.pageCols : terrain.pageRows) : 1;
  return clampSpot({ row: from.row + row * by, col: from.col + col * by }, terrain);
}

/** To the edge of the block of filled cells, as spreadsheets do it: over filled ones to the last, over empty ones to the next filled. */
export function jump(from: Spot, direction: Direction, terrain: Terrain): Spot {
  let here = from;
  let next = step(here, direction, terrain);
  const stays = (a: Spot, b: Spot) => a.row === b.row && a.col === b.col;
  if (stays(here, next)) return here;
  const throughFilled = !terrain.isEmpty(here) && !terrain.isEmpty(next);
  while (!stays(here, next)) {
    if (throughFilled && terrain.isEmpty(next)) return here;
    here = next;
    if (!throughFilled && !terrain.isEmpty(here)) return here;
    next = step(here, direction, terrain);
  }
  return here;
}

export interface Move {
  readonly direction: Direction;
  readonly extend: boolean;
  readonly far: 'no' | 'edge' | 'page';
}

/** What an arrow or page key makes of a selection. */
export function move(selection: Selection, { direction, extend, far }: Move, terrain: Terrain): Selection {
  const from = extend ? selection.head : selection.active;
  const to = far === 'edge' ? jump(from, direction, terrain) : step(from, direction, terrain, far === 'page');
  return extend ? extendTo(selection, to) : at(to);
}

/** Tab and Enter: the next cell, going round inside a selected rectangle and wrapping at the ends of rows otherwise. */
export function tab(selection: Selection, back: boolean, terrain: Terrain): Selection {
  const rect = rectOf(selection, terrain);
  const ranged = !isOneCell(rect) && contains(rect, selection.active);
  const { left, right, top, bottom } = ranged
    ? rect
    : { left: 0, right: terrain.cols, top: 0, bottom: terrain.rows };
  let { row, col } = selection.active;
  col += back ? -1 : 1;
  if (col >= right) {
    col = left;
    row += 1;
  } else if (col < left) {
    col = right - 1;
    row -= 1;
  }
  if (row >= bottom) {
    if (!ranged) return at(selection.active);
    row = top;
  } else if (row < top) {
    if (!ranged) return at(selection.active);
    row = bottom - 1;
  }
  return ranged ? { ...selection, active: { row, col } } : at({ row, col });
}
