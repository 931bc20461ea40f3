import { kindOf } from '@crm/grid/columns';
import type { SummaryFn } from '@crm/shared';
import { useEffect, useRef } from 'react';
import { Menu } from '../../../ui/menu.tsx';
import { GUTTER } from '../layout/layout.ts';
import type { ColumnBox } from '../layout/layout.ts';
import { useSignal } from '../model/signal.ts';
import { useGrid } from '../model/use-model.ts';
import type { GridSurface } from '../surface/surface.ts';

export const SUMMARY_WORDS: Record<SummaryFn, string> = {
  none: 'None',
  sum: 'Sum',
  average: 'Average',
  min: 'Least',
  max: 'Greatest',
  filled: 'Filled',
  empty: 'Empty',
  unique: 'Unique',
};

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
  const texts = useSignal(model.footer.texts);
  const config = useSignal(model.config);
  const { column } = box;
  const fn = config.summaries[column.id] ?? 'none';
  const set = (to: SummaryFn) =>
    model.configure({ ...config, summaries: { ...config.summaries, [column.id]: to } });
  const choices: SummaryFn[] = ['none', ...kindOf(column.type).summaries.filter((one) => one !== 'none')];
  return (
    <Menu
      side="top"
      entries={choices.map((one) => ({
        kind: 'item',
        label: SUMMARY_WORDS[one],
        checked: one === fn,
        onSelect: () => set(one),
      }))}
    >
      <button
        type="button"
        className="g-sum"
        data-set={fn !== 'none' || undefined}
        style={{ left, width: box.width }}
        aria-label={`Sum of ${column.name}: ${fn === 'none' ? 'none' : `${SUMMARY_WORDS[fn]} ${texts.get(column.id) ?? ''}`}`}
      >
        <span className="g-sum-fn">{fn === 'none' ? 'Sum' : SUMMARY_WORDS[fn]}</span>
        {fn === 'none' ? null : <span className="g-sum-value">{texts.get(column.id) ?? ''}</span>}
      </button>
    </Menu>
  );
}
