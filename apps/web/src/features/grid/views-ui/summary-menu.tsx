import { formatSummary, Summary } from '@crm/grid/views';
import type { Column, SummaryFn } from '@crm/shared';
import { useState } from 'react';
import { MenuAt, type MenuEntry, type Point } from '../../../ui/menu.tsx';
import type { GridModel } from '../model/grid-model.ts';
import { useSignal } from '../model/signal.ts';
import css from './summary-menu.module.css';
import { footerFunctions, footerLabel } from './words/summaries.ts';

/** The sum under a column, as wide as its place: what is summed and its value. A press offers the other functions. */
export function SummaryMenu({ model, column }: { model: GridModel; column: Column }) {
  const config = useSignal(model.config);
  const texts = useSignal(model.footer.texts);
  const [menu, setMenu] = useState<{ point: Point; entries: MenuEntry[]; byKeys: boolean } | null>(null);
  const fn = config.summaries[column.id] ?? 'none';
  const label = footerLabel(fn, column.type);
  const text = texts.get(column.id) ?? '';
  return (
    <>
      <button
        type="button"
        className={css.sum}
        data-set={fn !== 'none' || undefined}
        data-state={menu ? 'open' : 'closed'}
        aria-haspopup="menu"
        aria-expanded={menu !== null}
        aria-label={fn === 'none' ? `Summarise ${column.name}` : `${column.name}: ${label} ${text}`}
        onClick={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          const point = { x: box.left, y: box.top };
          setMenu({ point, entries: summaryEntries(model, column), byKeys: event.detail === 0 });
        }}
      >
        <span className={css.fn}>{fn === 'none' ? 'Summarise' : label}</span>
        {fn === 'none' ? null : <span className={css.value}>{text}</span>}
      </button>
      {menu ? <MenuAt {...menu} onClose={() => setMenu(null)} /> : null}
    </>
  );
}

/** The functions that a column offers, each with its present value over the rows shown. */
function summaryEntries(model: GridModel, column: Column): MenuEntry[] {
  const ctx = model.context();
  const chosen = model.config.get().summaries[column.id] ?? 'none';
  const valueOf = (fn: SummaryFn) => {
    if (fn === 'none') return '';
    const sum = new Summary(fn, model.view, column.id, ctx, model.rows.rows);
    return formatSummary(fn, sum.value, column, ctx);
  };
  return footerFunctions(column.type).map((fn) => {
    const value = valueOf(fn);
    const label = footerLabel(fn, column.type);
    return {
      kind: 'item',
      label: value === '' ? label : `${label} · ${value}`,
      checked: fn === chosen,
      onSelect() {
        const config = model.config.get();
        model.configure({ ...config, summaries: { ...config.summaries, [column.id]: fn } });
      },
    };
  });
}
