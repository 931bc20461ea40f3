import { useEffect, useRef } from 'react';
import { GUTTER } from '../layout/layout.ts';
import type { ColumnBox } from '../layout/layout.ts';
import { useSignal } from '../model/signal.ts';
import { useGrid } from '../model/use-model.ts';
import { SummaryMenu } from '../views-ui/summary-menu.tsx';
import type { GridSurface } from '../surface/surface.ts';

/** How many rows there are, and a sum under every column that wants one. */
export function FooterBar({ surface }: { surface: GridSurface | null }) {
  const model = useGrid();
  const layout = useSignal(model.layout);
  const layer = useRef<HTMLDivElement>(null);
  useSignal(model.rowsVersion);
  useEffect(() => {
    if (!surface) return undefined;
    const place = (left: number) => {
      if (layer.current) layer.current.style.transform = `translateX(${-left}px)`;
    };
    place(surface.frame.scroller.scrollLeft);
    return surface.onFrame(place);
  }, [surface]);
  const held = GUTTER + layout.frozenWidth;
  const count = model.rowCount();
  const words = `${count.toLocaleString()} ${count === 1 ? 'investor' : 'investors'}`;
  return (
    <div className="g-footer" role="group" aria-label="Column sums">
      <div className="g-footer-held" style={{ width: held }}>
        <span className="g-footer-count">{words}</span>
        {layout.boxes.slice(1, layout.frozen).map((box) => (
          <Sum key={box.column.id} box={box} left={GUTTER + box.left} />
        ))}
      </div>
      <div className="g-footer-main" style={{ left: held }}>
        <div ref={layer} className="g-header-layer">
          {layout.boxes.slice(layout.frozen).map((box) => (
            <Sum key={box.column.id} box={box} left={box.left - layout.frozenWidth} />
          ))}
        </div>
      </div>
    </div>
  );
}

function Sum({ box, left }: { box: ColumnBox; left: number }) {
  const model = useGrid();
  return (
    <div className="g-sum" style={{ left, width: box.width }}>
      <SummaryMenu model={model} column={box.column} />
    </div>
  );
}
