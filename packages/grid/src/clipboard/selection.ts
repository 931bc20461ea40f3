import type { CellRef, Column } from '@crm/shared';
import { kindOf, type ColumnContext } from '../columns/index.ts';
import type { SheetView } from '../sync/types.ts';
import type { Block } from './tsv.ts';

/** A rectangle of cells: places in the view's rows and in its visible columns, both ends included. */
export interface Selection {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** The grid that a selection lies in. */
export interface SelectedSheet {
  readonly view: Pick<SheetView, 'slotCount' | 'isLive' | 'rowAt' | 'value' | 'version'>;
  /** Slots in view order. */
  readonly order: Int32Array;
  /** Visible columns from left to right. */
  readonly columns: readonly Column[];
  readonly ctx: ColumnContext;
}

/** Why one cell of a paste cannot be taken. */
export interface CellProblem {
  /** Place in the view's rows; beyond the last for a row that would be new. */
  readonly row: number;
  readonly column: string;
  readonly text: string;
  readonly reason: string;
}

/** How many rows and columns a selection spans. */
export function sizeOf(selection: Selection): { readonly rows: number; readonly columns: number } {
  return { rows: selection.bottom - selection.top + 1, columns: selection.right - selection.left + 1 };
}

/** The texts of the selected cells, as the clipboard takes them. */
export function copyBlock(sheet: SelectedSheet, selection: Selection): Block {
  const columns = sheet.columns.slice(selection.left, selection.right + 1);
  return Array.from(sheet.order.subarray(selection.top, selection.bottom + 1), (slot) =>
    columns.map(({ id, type, options }) =>
      kindOf(type).toText(sheet.view.value(slot, id), options, sheet.ctx),
    ),
  );
}

/** The selected cells that a person may write, with their slots. */
export function* writableCells(
  sheet: SelectedSheet,
  selection: Selection,
): Generator<{ readonly slot: number; readonly column: Column; readonly ref: CellRef }> {
  for (const slot of sheet.order.subarray(selection.top, selection.bottom + 1)) {
    for (const column of sheet.columns.slice(selection.left, selection.right + 1)) {
      if (kindOf(column.type).computed) continue;
      yield { slot, column, ref: { row: sheet.view.rowAt(slot).id, col: column.id } };
    }
  }
}
