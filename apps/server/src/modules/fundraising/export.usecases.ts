import { computedValue, isComputed, type RowMeta } from '@crm/grid';
import { exportCsv } from '@crm/grid/csv';
import { RowIndex } from '@crm/grid/views';
import {
  AppError,
  EMPTY_VIEW,
  type CellValue,
  type Column,
  type ColumnId,
  type UserId,
  type ViewConfig,
} from '@crm/shared';
import type { ExportInput, ExportOutput } from '@crm/shared/contract/fundraising';
import type { z } from 'zod';
import type { AppContext } from '../../context.ts';
import { readTable, type SheetTable } from '../importing/sheet-table.usecases.ts';
import { findView, workspaceName } from './export-view.store.ts';

/** The sheet, or what a view shows of it, as a file. Deleted rows and columns are left out. */
export async function exportSheet(
  app: AppContext,
  userId: UserId | null,
  { format, viewId }: z.infer<typeof ExportInput>,
): Promise<z.infer<typeof ExportOutput>> {
  const view = viewId === undefined ? undefined : findView(app.db.reader, app.workspaceId, viewId, userId);
  if (viewId !== undefined && !view) throw new AppError('NOT_FOUND', 'There is no such view.');
  const table = await readTable(app);
  const columns = view ? visibleColumns(table.columns, view.config) : table.columns;
  const rows = rowsOf(table, view?.config ?? EMPTY_VIEW);
  // Airtable names its files so: table, then view.
  const name = `${fileSafe(workspaceName(app.db.reader))}-${fileSafe(view?.name ?? 'Grid view')}`;
  if (format === 'json') {
    return { fileName: `${name}.json`, mime: 'application/json', text: asJson(app, table, columns, rows) };
  }
  const values = rows.map((row) => columns.map((column) => valueAt(table, row, column)));
  const mode = format === 'csv' ? 'safe' : 'airtable';
  return {
    fileName: `${name}.csv`,
    mime: 'text/csv; charset=utf-8',
    text: exportCsv({ columns, rows: values, mode, ctx: table.ctx }),
  };
}

function visibleColumns(columns: readonly Column[], config: ViewConfig): Column[] {
  const hidden = new Set(config.hidden);
  const place = new Map(config.order.map((col, i) => [col, i]));
  const at = (column: Column) => place.get(column.id) ?? Infinity;
  const shown = columns.filter((column) => !hidden.has(column.id));
  return shown.toSorted((a, b) => (at(a) === at(b) ? 0 : at(a) - at(b)));
}

/** The live rows that the view shows, in its order. */
function rowsOf(table: SheetTable, config: ViewConfig): RowMeta[] {
  const byId = new Map(table.columns.map((column) => [column.id, column]));
  const rowAt = (slot: number): RowMeta => {
    const row = table.rows[slot];
    if (!row) throw new RangeError(`no row stands in slot ${slot}`);
    return row;
  };
  const source = {
    slotCount: table.rows.length,
    rowAt,
    isLive: (slot: number) => table.rows[slot]?.deletedAt === null,
    column: (id: ColumnId) => byId.get(id),
    isColumnLoaded: () => true,
    value: (slot: number, col: ColumnId) => {
      const column = byId.get(col);
      return column ? valueAt(table, rowAt(slot), column) : null;
    },
  };
  return Array.from(new RowIndex(source, config, table.ctx).rows, rowAt);
}

function valueAt(table: SheetTable, row: RowMeta, column: Column): CellValue {
  if (isComputed(column.type)) return computedValue(column.type, row);
  return table.cells.get(column.id)?.get(row.id)?.value ?? null;
}

/** Everything with its ids, for programs. */
function asJson(
  app: AppContext,
  table: SheetTable,
  columns: readonly Column[],
  rows: readonly RowMeta[],
): string {
  const filled = rows.map((row) => {
    const values: Record<string, CellValue> = {};
    for (const column of columns) {
      const value = isComputed(column.type) ? null : valueAt(table, row, column);
      if (value !== null) values[column.id] = value;
    }
    return { id: row.id, number: row.number, position: row.position, values };
  });
  const { contacts } = table;
  const exportedAt = app.clock.now().toISOString();
  return JSON.stringify({ format: 'venture-crm', version: 1, exportedAt, columns, rows: filled, contacts });
}

/** A name without what file systems refuse. */
function fileSafe(name: string): string {
  return (
    name
      .replace(/[\\/:*?"<>|\p{Cc}]/gu, '_')
      .trim()
      .slice(0, 100) || 'Sheet'
  );
}
