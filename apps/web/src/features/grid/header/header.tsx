import { ArrowDown, ArrowUp, ChevronDown, Filter, Plus } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { GUTTER } from '../layout/layout.ts';
import type { ColumnBox } from '../layout/layout.ts';
import { useSignal } from '../model/signal.ts';
import { useGrid } from '../model/use-model.ts';
import { everything, wholeColumns } from '../selection/selection.ts';
import type { GridSurface } from '../surface/surface.ts';
import { KindIcon } from './kind-icon.tsx';
import { useColumnDrag } from './use-column-drag.ts';
import { useResize } from './use-resize.ts';

/** The names of the columns. It scrolls sideways with the sheet, which it is not part of. */
export function Header({ surface }: { surface: GridSurface | null }) {
  const model = useGrid();
  const layout = useSignal(model.layout);
  const layer = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!surface) return undefined;
    const place = (left: number) => {
      if (layer.current) layer.current.style.transform = `translateX(${-left}px)`;
    };
    place(surface.frame.scroller.scrollLeft);
    return surface.onFrame(place);
  }, [surface]);
  const held = GUTTER + layout.frozenWidth;
  return (
    <div className="g-header" role="rowgroup">
      <div className="g-header-row" role="row" aria-rowindex={1}>
        <div className="g-header-held" style={{ width: held }} role="presentation">
          <div
            className="g-head g-corner"
            role="columnheader"
            aria-colindex={1}
            style={{ width: GUTTER }}
            onPointerDown={(event) => {
              event.preventDefault();
              model.focus();
              model.select(everything(model.selection.get()?.active ?? { row: 0, col: 0 }), 'no');
            }}
          >
            <span className="g-hidden">Row number</span>
            <span aria-hidden>#</span>
          </div>
          {layout.boxes.slice(0, layout.frozen).map((box, i) => (
            <HeaderCell key={box.column.id} box={box} index={i} left={GUTTER + box.left} />
          ))}
        </div>
        <div className="g-header-main" style={{ left: held }} role="presentation">
          <div ref={layer} className="g-header-layer" role="presentation">
            {layout.boxes.slice(layout.frozen).map((box, i) => (
              <HeaderCell
                key={box.column.id}
                box={box}
                index={layout.frozen + i}
                left={box.left - layout.frozenWidth}
              />
            ))}
            <div
              role="columnheader"
              aria-colindex={layout.boxes.length + 2}
              className="g-head-add"
              style={{ left: layout.width - layout.frozenWidth }}
            >
              <button
                type="button"
                aria-label="Add a column"
                data-tip="Add a column"
                onClick={() => model.ask.set({ kind: 'addColumn', after: null, fund: false })}
              >
                <Plus size={16} aria-hidden />
              </button>
            </div>
          </div>
        </div>
      </div>
    </div>
  );
}

function HeaderCell({ box, index, left }: { box: ColumnBox; index: number; left: number }) {
  const model = useGrid();
  const config = useSignal(model.config);
  const { column } = box;
  const resize = useResize(box);
  const drag = useColumnDrag(index);
  const sort = config.sorts.find((key) => key.col === column.id);
  const filtered = config.filter.conditions.some((condition) => condition.col === column.id);
  const menu = (x: number, y: number, byKeys: boolean) =>
    model.menu.set({ kind: 'header', x, y, col: column.id, byKeys });
  return (
    <div
      className="g-head"
      role="columnheader"
      aria-colindex={index + 2}
      aria-sort={sort ? (sort.dir === 'asc' ? 'ascending' : 'descending') : 'none'}
      data-filtered={filtered || undefined}
      style={{ left, width: box.width }}
      {...drag}
      onClick={(event) => {
        const anchor = event.shiftKey ? model.selection.get()?.anchor.col : undefined;
        model.focus();
        model.select(wholeColumns(anchor ?? index, index, model.surface?.visibleRows().from ?? 0), 'no');
      }}
      onDoubleClick={() => model.ask.set({ kind: 'editColumn', col: column.id, mode: 'rename' })}
      onContextMenu={(event) => {
        event.preventDefault();
        menu(event.clientX, event.clientY, event.detail === 0);
      }}
    >
      <KindIcon name={box.kind.icon} label={box.kind.label} />
      <span className="g-head-name" title={column.name}>
        {column.name}
      </span>
      {filtered ? <Filter size={12} aria-label="Filtered" /> : null}
      {sort ? (
        sort.dir === 'asc' ? (
          <ArrowUp size={12} aria-hidden />
        ) : (
          <ArrowDown size={12} aria-hidden />
        )
      ) : null}
      <button
        type="button"
        className="g-head-menu"
        tabIndex={-1}
        aria-label={`Menu of ${column.name}`}
        aria-haspopup="menu"
        onClick={(event) => {
          event.stopPropagation();
          const at = event.currentTarget.getBoundingClientRect();
          menu(at.left, at.bottom, event.detail === 0);
        }}
        onDoubleClick={(event) => event.stopPropagation()}
      >
        <ChevronDown size={14} aria-hidden />
      </button>
      <span className="g-head-grip" {...resize} />
    </div>
  );
}
