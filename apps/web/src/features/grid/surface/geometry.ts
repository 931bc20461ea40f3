/** A half-open range of indexes. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Rows that touch the pixels `top … top + height`, with `over` more on either side. */
export function rowSpan(top: number, height: number, rowHeight: number, count: number, over: number): Span {
  const from = Math.max(0, Math.floor(top / rowHeight) - over);
  const to = Math.min(count, Math.ceil((top + height) / rowHeight) + over);
  return { from: Math.min(from, count), to: Math.max(to, Math.min(from, count)) };
}

/** Where a box starts and how wide it is, in pixels. */
export interface Box {
  readonly left: number;
  readonly width: number;
}

/** Index of the last box whose left edge is at or before `x`; 0 where there is none. */
export function boxAt(boxes: readonly Box[], x: number, from = 0): number {
  let low = from;
  let high = boxes.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((boxes[middle]?.left ?? 0) <= x) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Boxes from index `from` on that touch the pixels `x0 … x1`; boxes stand in order without gaps. */
export function boxSpan(boxes: readonly Box[], from: number, x0: number, x1: number): Span {
  if (from >= boxes.length || x1 <= x0) return { from, to: from };
  const first = boxAt(boxes, x0, from);
  let to = first;
  while (to < boxes.length && (boxes[to]?.left ?? 0) < x1) to += 1;
  return { from: first, to: Math.max(to, first) };
}

/** The scroll offset that brings `start … end` into a window of `size` pixels at `offset`, moving as little as can be. */
export function scrollToShow(start: number, end: number, offset: number, size: number): number {
  if (start < offset || end - start > size) return start;
  if (end > offset + size) return end - size;
  return offset;
}
