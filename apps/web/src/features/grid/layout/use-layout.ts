import { kindOf } from '@crm/grid/columns';
import type { Column, ViewConfig } from '@crm/shared';
import {
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useEffect, useMemo } from 'react';
import { useGrid } from '../model/use-model.ts';
import { useSignal } from '../model/signal.ts';
import { DEFAULT_WIDTH, layOut, MAX_WIDTH, MIN_WIDTH } from './layout.ts';
import type { SizedColumn } from './layout.ts';

const features = tableFeatures({
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
});

/** The table library models columns only; rows live in the sheet and its index, so that an edit rebuilds nothing. */
const NO_ROWS: never[] = [];

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
    .sort((a, b) => place(a.column) - place(b.column) || a.i - b.i)
    .map(({ column }) => column);
}

/** Keeps the model's layout in step with the columns and the view. `room` is the width of the grid, in pixels. */
export function useColumnLayout(room: number): void {
  const model = useGrid();
  const version = useSignal(model.columnsVersion);
  const config = useSignal(model.config);
  const columns = useMemo(() => (version < 0 ? [] : model.view.columns()), [model, version]);
  const definitions = useMemo(
    () =>
      columns.map((column) => ({
        id: column.id,
        size: widthOf(column),
        minSize: MIN_WIDTH,
        maxSize: MAX_WIDTH,
      })),
    [columns],
  );
  const state = useMemo(() => {
    const order = orderColumns(columns, config.order).map((column) => column.id);
    const hidden = new Set(config.hidden);
    const shown = order.filter((id) => !hidden.has(id));
    return {
      columnOrder: order,
      columnVisibility: Object.fromEntries(config.hidden.map((id) => [id, false])),
      columnPinning: { start: shown.slice(0, config.frozen), end: [] },
      columnSizing: { ...config.widths },
    };
  }, [columns, config.order, config.hidden, config.frozen, config.widths]);
  const table = useTable({ features, columns: definitions, data: NO_ROWS, state });
  const layout = useMemo(() => {
    const byId = new Map<string, Column>(columns.map((column) => [column.id, column]));
    const sized = (leaf: { id: string; getSize(): number }): SizedColumn[] => {
      const column = byId.get(leaf.id);
      return column ? [{ column, kind: kindOf(column.type), width: leaf.getSize() }] : [];
    };
    const start = table.getStartVisibleLeafColumns().flatMap(sized);
    const center = table.getCenterVisibleLeafColumns().flatMap(sized);
    return layOut([...start, ...center], start.length, config.rowHeight, room * 0.6);
    // `table` is another object in every render; what it says follows from `columns` and `state`.
  }, [columns, state, config.rowHeight, room]);
  useEffect(() => model.setLayout(layout), [model, layout]);
}
