import { describe, expect, it } from 'vitest';
import { boxAt, boxSpan, rowSpan, scrollToShow } from './geometry.ts';

const boxes = [100, 50, 200, 80].reduce<{ left: number; width: number }[]>((list, width) => {
  const last = list.at(-1);
  return [...list, { left: last ? last.left + last.width : 0, width }];
}, []);

describe('which cells are in view', () => {
  it('counts rows that are seen in part', () => {
    expect(rowSpan(33, 64, 32, 100, 0)).toEqual({ from: 1, to: 4 });
    expect(rowSpan(0, 900, 32, 3, 0)).toEqual({ from: 0, to: 3 });
    expect(rowSpan(9999, 900, 32, 3, 0)).toEqual({ from: 3, to: 3 });
  });

  it('finds columns by pixels', () => {
    expect(boxAt(boxes, 0)).toBe(0);
    expect(boxAt(boxes, 149)).toBe(1);
    expect(boxAt(boxes, 150)).toBe(2);
    expect(boxAt(boxes, 9999)).toBe(3);
    expect(boxSpan(boxes, 1, 110, 160)).toEqual({ from: 1, to: 3 });
    expect(boxSpan(boxes, 1, 160, 160)).toEqual({ from: 1, to: 1 });
  });

  it('scrolls no further than it must', () => {
    expect(scrollToShow(100, 132, 90, 300)).toBe(90);
    expect(scrollToShow(50, 82, 90, 300)).toBe(50);
    expect(scrollToShow(380, 412, 90, 300)).toBe(112);
  });
});
