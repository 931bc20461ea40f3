/** A cell by its place on screen: row index in the view's order, column index among the visible ones. */
export interface Spot {
  readonly row: number;
  readonly col: number;
}

/** How far a selection reaches: one rectangle of cells, whole rows, whole columns, or everything. */
export type Reach = 'cells' | 'rows' | 'columns' | 'all';

/** `active` has the ring and takes the keys; the rectangle spans from `anchor` to `head`. */
export interface Selection {
  readonly active: Spot;
  readonly anchor: Spot;
  readonly head: Spot;
  readonly reach: Reach;
}

/** How many rows and columns there are. */
export interface Extent {
  readonly rows: number;
  readonly cols: number;
}

/** A rectangle, half open. */
export interface Rect {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

const clamp = (value: number, most: number) => Math.max(0, Math.min(value, most - 1));

export function clampSpot(spot: Spot, extent: Extent): Spot {
  return { row: clamp(spot.row, extent.rows), col: clamp(spot.col, extent.cols) };
}

/** One cell, active and selected. */
export function at(spot: Spot): Selection {
  return { active: spot, anchor: spot, head: spot, reach: 'cells' };
}

/** The same active cell, with the rectangle drawn to `head`. */
export function extendTo(selection: Selection, head: Spot): Selection {
  return { ...selection, head, reach: selection.reach === 'all' ? 'cells' : selection.reach };
}

export function wholeRows(from: number, to: number, col: number): Selection {
  const anchor = { row: from, col };
  return { active: anchor, anchor, head: { row: to, col }, reach: 'rows' };
}

export function wholeColumns(from: number, to: number, row: number): Selection {
  const anchor = { row, col: from };
  return { active: anchor, anchor, head: { row, col: to }, reach: 'columns' };
}

export function everything(active: Spot): Selection {
  return { active, anchor: active, head: active, reach: 'all' };
}

/** The cells that are selected, as far as they exist. */
export function rectOf({ anchor, head, reach }: Selection, extent: Extent): Rect {
  const rows = reach === 'columns' || reach === 'all';
  const cols = reach === 'rows' || reach === 'all';
  return {
    top: rows ? 0 : Math.min(anchor.row, head.row),
    bottom: rows ? extent.rows : Math.min(extent.rows, Math.max(anchor.row, head.row) + 1),
    left: cols ? 0 : Math.min(anchor.col, head.col),
    right: cols ? extent.cols : Math.min(extent.cols, Math.max(anchor.col, head.col) + 1),
  };
}

export function isOneCell(rect: Rect): boolean {
  return rect.bottom - rect.top === 1 && rect.right - rect.left === 1;
}

export function contains(rect: Rect, { row, col }: Spot): boolean {
  return row >= rect.top && row < rect.bottom && col >= rect.left && col < rect.right;
}

/** Brings a selection back inside after rows or columns went; null when nothing is left. */
export function fit(selection: Selection, extent: Extent): Selection | null {
  if (extent.rows === 0 || extent.cols === 0) return null;
  return {
    active: clampSpot(selection.active, extent),
    anchor: clampSpot(selection.anchor, extent),
    head: clampSpot(selection.head, extent),
    reach: selection.reach,
  };
}
