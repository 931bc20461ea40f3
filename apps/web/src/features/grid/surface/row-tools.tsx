import { Maximize2, Plus } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { insertRow } from '../commands/rows.ts';
import { useGrid } from '../model/use-model.ts';
import type { GridSurface } from './surface.ts';

/** The button that opens the row under the pointer, and the one under the last row that adds another. */
export function RowTools({ surface }: { surface: GridSurface }) {
  const model = useGrid();
  const open = useRef<HTMLButtonElement>(null);
  const add = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const { viewport, scroller } = surface.frame;
    let row = -1;
    const place = () => {
      const { rowHeight } = model.layout.get();
      const top = model.rowCount() * rowHeight - scroller.scrollTop;
      if (add.current) add.current.style.transform = `translateY(${top}px)`;
      if (!open.current) return;
      const shown = row >= 0 && row < model.rowCount();
      open.current.style.visibility = shown ? '' : 'hidden';
      open.current.style.transform = `translateY(${row * rowHeight - scroller.scrollTop}px)`;
    };
    const hover = (event: PointerEvent) => {
      const hit = surface.hit(event.clientX, event.clientY);
      const next = hit.zone === 'cell' || hit.zone === 'gutter' ? hit.row : -1;
      if (next === row) return;
      row = next;
      place();
    };
    const leave = () => {
      row = -1;
      place();
    };
    const click = () => {
      const ids = row < 0 ? null : model.idsAt({ row, col: 0 });
      if (ids) model.panel.set({ kind: 'record', row: ids.row });
    };
    const button = open.current;
    viewport.addEventListener('pointermove', hover);
    viewport.addEventListener('pointerleave', leave);
    button?.addEventListener('click', click);
    const stop = surface.onFrame(place);
    place();
    return () => {
      viewport.removeEventListener('pointermove', hover);
      viewport.removeEventListener('pointerleave', leave);
      button?.removeEventListener('click', click);
      stop();
    };
  }, [model, surface]);
  return createPortal(
    <>
      <button
        ref={open}
        type="button"
        className="g-open"
        tabIndex={-1}
        aria-label="Open the record"
        data-tip="Open the record"
      >
        <Maximize2 size={12} aria-hidden />
      </button>
      <button ref={add} type="button" className="g-add" tabIndex={-1} onClick={() => insertRow(model, 'end')}>
        <Plus size={14} aria-hidden />
        Add investor
      </button>
    </>,
    surface.frame.tools,
  );
}
