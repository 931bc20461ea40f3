import type { ColumnKind } from '@crm/grid/columns';
import type { Column, ColumnId, RowHeight } from '@crm/shared';
import type { Box } from '../surface/geometry.ts';

/** A visible column with its place, in pixels from the first column's left edge (the row numbers not counted). */
export interface ColumnBox extends Box {
  readonly column: Column;
  readonly kind: ColumnKind;
}

/** Where everything stands. Frozen columns come first in `boxes`. */
export interface GridLayout {
  readonly boxes: readonly ColumnBox[];
  readonly indexOf: ReadonlyMap<ColumnId, number>;
  readonly frozen: number;
  /** Width of the frozen columns, without the gutter. */
  readonly frozenWidth: number;
  /** Width of all columns, without the gutter. */
  readonly width: number;
  readonly rowHeight: number;
  /** Lines of text that a cell shows. */
  readonly lines: number;
}

/** Width of the row numbers, in pixels. */
export const GUTTER = 64;
export const DEFAULT_WIDTH = 160;
export const MIN_WIDTH = 48;
export const MAX_WIDTH = 1200;

const HEIGHTS: Record<RowHeight, { height: number; lines: number }> = {
  short: { height: 32, lines: 1 },
  medium: { height: 56, lines: 2 },
  tall: { height: 88, lines: 4 },
  extraTall: { height: 128, lines: 6 },
};

/** A column with the width it is to have. */
export interface SizedColumn {
  readonly column: Column;
  readonly kind: ColumnKind;
  readonly width: number;
}

/**
 * Lays sized columns out from left to right.
 *
 * @param frozen how many of them stay in place; fewer when they would fill more than `room` pixels, so that the rest can be reached
 */
export function layOut(
  columns: readonly SizedColumn[],
  frozen: number,
  rowHeight: RowHeight,
  room = Infinity,
): GridLayout {
  const boxes: ColumnBox[] = [];
  const indexOf = new Map<ColumnId, number>();
  let left = 0;
  let held = 0;
  let frozenWidth = 0;
  for (const { column, kind, width } of columns) {
    indexOf.set(column.id, boxes.length);
    boxes.push({ column, kind, left, width });
    left += width;
    if (boxes.length <= frozen && held === boxes.length - 1 && left <= room) {
      held = boxes.length;
      frozenWidth = left;
    }
  }
  const { height, lines } = HEIGHTS[rowHeight];
  return { boxes, indexOf, frozen: held, frozenWidth, width: left, rowHeight: height, lines };
}
