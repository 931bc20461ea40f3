import type { PointerEvent as ReactPointerEvent, MouseEvent as ReactMouseEvent } from 'react';
import { useRef } from 'react';
import { MAX_WIDTH, MIN_WIDTH } from '../layout/layout.ts';
import type { ColumnBox } from '../layout/layout.ts';
import { useGrid } from '../model/use-model.ts';

const SAMPLE = 60;

/** Handlers that change a column's width by dragging its edge; a double click fits it to what is in view. */
export function useResize({ column, width }: ColumnBox) {
  const model = useGrid();
  const start = useRef<{ x: number; width: number } | null>(null);
  const set = (to: number, keep: boolean) => {
    const next = Math.round(Math.max(MIN_WIDTH, Math.min(MAX_WIDTH, to)));
    const config = model.config.get();
    model.configure({ ...config, widths: { ...config.widths, [column.id]: next } }, keep);
  };
  return {
    onPointerDown(event: ReactPointerEvent<HTMLElement>) {
      event.preventDefault();
      event.stopPropagation();
      start.current = { x: event.clientX, width };
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove(event: ReactPointerEvent<HTMLElement>) {
      if (start.current) set(start.current.width + event.clientX - start.current.x, false);
    },
    onPointerUp(event: ReactPointerEvent<HTMLElement>) {
      if (start.current && event.clientX !== start.current.x) model.onConfig(model.config.get());
      start.current = null;
    },
    onClick: (event: ReactMouseEvent) => event.stopPropagation(),
    onDoubleClick(event: ReactMouseEvent) {
      event.stopPropagation();
      const { from } = model.surface?.visibleRows() ?? { from: 0 };
      let longest = column.name.length + 6;
      for (let row = from; row < Math.min(from + SAMPLE, model.rowCount()); row += 1)
        longest = Math.max(longest, model.text(model.slotAt(row), { column }).length);
      set(Math.min(480, longest * 7.2 + 24), true);
    },
  };
}
