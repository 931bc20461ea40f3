import { kindOf } from '@crm/grid/columns';
import type { Column, ViewConfig } from '@crm/shared';
import { useEffect, useMemo } from 'react';
import { useGrid } from '../model/use-model.ts';
import { useSignal } from '../model/signal.ts';
import { DEFAULT_WIDTH, layOut, MAX_WIDTH, MIN_WIDTH } from './layout.ts';
import type { SizedColumn } from './layout.ts';

const WIDTHS: Partial<Record<Column['type'], number>> = {
  longText: 280,
  contacts: 220,
  checkbox: 88,
  rating: 112,
  autonumber: 88,
  date: 120,
  commitment: 176,
};

const widthOf = (column: Column) => (column.key === 'name' ? 240 : (WIDTHS[column.type] ?? DEFAULT_WIDTH));

/** The columns in the view's own order; those it does not name follow in the sheet's. */
export function orderColumns(columns: readonly Column[], order: ViewConfig['order']): Column[] {
  const places = new Map(order.map((id, i) => [id, i]));
  const place = (column: Column) => places.get(column.id) ?? order.length;
  return columns
    .map((column, i) => ({ column, i }))
    .toSorted((a, b) => place(a.column) - place(b.column) || a.i - b.i)
    .map(({ column }) => column);
}

/** Keeps the model's layout in step with the columns and the view. `room` is the width of the grid, in pixels. */
export function useColumnLayout(room: number): void {
  const model = useGrid();
  const version = useSignal(model.columnsVersion);
  const config = useSignal(model.config);
  const columns = useMemo(() => (version < 0 ? [] : model.view.columns()), [model, version]);
  const layout = useMemo(() => {
    const hidden = new Set(config.hidden);
    const shown = orderColumns(columns, config.order).filter(({ id }) => !hidden.has(id));
    const sized = shown.map((column): SizedColumn => {
      const width = config.widths[column.id] ?? widthOf(column);
      return { column, kind: kindOf(column.type), width: Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, width)) };
    });
    return layOut(sized, config.frozen, config.rowHeight, room * 0.6);
  }, [columns, config.order, config.hidden, config.frozen, config.widths, config.rowHeight, room]);
  useEffect(() => model.setLayout(layout), [model, layout]);
}
