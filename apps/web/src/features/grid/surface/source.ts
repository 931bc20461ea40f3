import type { ColumnContext } from '@crm/grid/columns';
import type { CellValue, ColumnId, InvestorId } from '@crm/shared';
import type { ColumnBox } from '../layout/layout.ts';

/** Corner of a cell: an edit on its way, a conflict, or nothing. */
export type Mark = 'pending' | 'conflict' | '';

/** What the surface reads to paint; it never writes. */
export interface PaintSource {
  /** Rows in the view's order. */
  rowCount(): number;
  slotAt(row: number): number;
  rowId(slot: number): InvestorId;
  value(slot: number, col: ColumnId): CellValue;
  /** The text shown in a cell, from a cache. */
  text(slot: number, box: ColumnBox): string;
  mark(slot: number, col: ColumnId): Mark;
  /** The column's values are still on their way. */
  isLoading(col: ColumnId): boolean;
  /** The row no longer fits the filter or its place and stays only until it is left. */
  isStaying(slot: number): boolean;
  context(): ColumnContext;
}
