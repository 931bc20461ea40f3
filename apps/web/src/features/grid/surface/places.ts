import { GUTTER } from '../layout/layout.ts';
import type { GridLayout } from '../layout/layout.ts';
import type { Spot } from '../selection/selection.ts';
import { boxAt, scrollToShow } from './geometry.ts';

/** What a point on the surface is over. `row` may equal the row count: the space below the last row. */
export interface Hit extends Spot {
  readonly zone: 'cell' | 'gutter' | 'below' | 'outside';
}

/** Pixels inside the viewport. */
export interface PixelRect {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** How far the sheet is scrolled and how much of it is seen, in pixels. */
export interface Window {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where a cell stands in the viewport, or null for a column that is not shown. */
export function cellRectIn(layout: GridLayout, { row, col }: Spot, seen: Window): PixelRect | null {
  const box = layout.boxes[col];
  if (!box) return null;
  return {
    left: GUTTER + box.left - (col < layout.frozen ? 0 : seen.left),
    top: row * layout.rowHeight - seen.top,
    width: box.width,
    height: layout.rowHeight,
  };
}

/** What the viewport's point `x`, `y` is over; a point outside it gives the nearest cell. `count` = number of rows. */
export function hitIn(layout: GridLayout, x: number, y: number, seen: Window, count: number): Hit {
  if (layout.boxes.length === 0) return { zone: 'outside', row: 0, col: 0 };
  const row = Math.floor((y + seen.top) / layout.rowHeight);
  const inside = x >= 0 && y >= 0 && x < seen.width && y < seen.height;
  const kept = Math.max(0, Math.min(row, count - 1));
  if (x < GUTTER) return { zone: inside && row < count ? 'gutter' : 'outside', row: kept, col: 0 };
  const across = x - GUTTER;
  const held = across < layout.frozenWidth;
  const col = boxAt(layout.boxes, held ? across : across + seen.left, held ? 0 : layout.frozen);
  if (!inside) return { zone: 'outside', row: kept, col };
  if (!held && across + seen.left >= layout.width) return { zone: 'outside', row: kept, col };
  return { zone: row < count ? 'cell' : 'below', row: kept, col };
}

/** The scroll offsets that bring a cell into view, moving as little as can be. */
export function offsetsFor(
  layout: GridLayout,
  { row, col }: Spot,
  seen: Window,
): { readonly left: number; readonly top: number } {
  const h = layout.rowHeight;
  const top = scrollToShow(row * h, row * h + h, seen.top, seen.height);
  const box = layout.boxes[col];
  if (!box || col < layout.frozen) return { left: seen.left, top };
  const start = box.left - layout.frozenWidth;
  const room = seen.width - GUTTER - layout.frozenWidth;
  return { left: scrollToShow(start, start + box.width, seen.left, room), top };
}
