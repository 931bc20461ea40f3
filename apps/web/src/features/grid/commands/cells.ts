import { planClear, planFill } from '@crm/grid/clipboard';
import type { FillMode, SelectedSheet, Selection as Closed } from '@crm/grid/clipboard';
import type { Op } from '@crm/shared';
import { announce } from '../../../ui/announce.ts';
import { toast } from '../../../ui/toasts.ts';
import type { GridModel } from '../model/grid-model.ts';
import { rectOf } from '../selection/selection.ts';
import type { Rect } from '../selection/selection.ts';
import { write } from './ops.ts';

const cellsWord = (count: number) => (count === 1 ? 'a cell' : `${count} cells`);

/** The selected rectangle, or null when nothing is selected. */
export function selectedRect(model: GridModel): Rect | null {
  const selection = model.selection.get();
  return selection ? rectOf(selection, model.extent()) : null;
}

/** The grid as the clipboard package reads it. */
export function sheetOf(model: GridModel): SelectedSheet {
  const columns = model.layout.get().boxes.map((box) => box.column);
  return { view: model.view, order: model.rows.rows, columns, ctx: model.context() };
}

/** The same rectangle with both ends included. */
export function closed(rect: Rect): Closed {
  return { top: rect.top, left: rect.left, bottom: rect.bottom - 1, right: rect.right - 1 };
}

/** Applies ops made for cells as one step, keeping their rows in view until they are left. */
export function apply(model: GridModel, ops: readonly Op[], label: string): void {
  if (ops.length === 0) return;
  model.hold(ops.flatMap((op) => (op.t === 'cell.set' ? (model.view.slotOf(op.row) ?? []) : [])));
  model.session.commit(ops, label);
}

/** Empties the selected cells as one step. */
export function clearCells(model: GridModel): void {
  const rect = selectedRect(model);
  if (!rect) return;
  const ops = planClear(sheetOf(model), closed(rect));
  apply(model, ops, `Clear ${cellsWord(ops.length)}`);
  announce(ops.length === 0 ? 'Nothing to clear' : `Cleared ${cellsWord(ops.length)}`);
}

/** Fills the part of `target` outside `source` from it. */
export function fill(model: GridModel, source: Rect, target: Rect, mode: FillMode): void {
  const { ops, skipped } = planFill(sheetOf(model), closed(source), closed(target), mode);
  apply(model, ops, `Fill ${cellsWord(ops.length)}`);
  if (skipped > 0) toast({ title: `${cellsWord(skipped)} could not take the value and stayed as they were` });
}

/** Ctrl D and Ctrl R: the first row or column of the selection over the rest of it; of one, from its neighbour. */
export function fillFrom(model: GridModel, direction: 'down' | 'right'): void {
  const rect = selectedRect(model);
  if (!rect) return;
  const down = direction === 'down';
  const single = down ? rect.bottom - rect.top === 1 : rect.right - rect.left === 1;
  const back = single ? 1 : 0;
  const target = down ? { ...rect, top: rect.top - back } : { ...rect, left: rect.left - back };
  if (target.top < 0 || target.left < 0) return;
  const source = down ? { ...target, bottom: target.top + 1 } : { ...target, right: target.left + 1 };
  fill(model, source, target, 'copy');
}

/** Puts today's date, or the present instant, into date cells of the selection. */
export function putToday(model: GridModel): void {
  const active = model.activeIds();
  const column = active && model.view.column(active.col);
  if (!active || !column) return;
  const { now, timeZone } = model.context();
  const day = new Intl.DateTimeFormat('en-CA', { timeZone }).format(now);
  if (column.type === 'date') write(model, [{ row: active.row, col: active.col, value: day }], 'Put today');
  else if (column.type === 'dateTime')
    write(model, [{ row: active.row, col: active.col, value: now.toISOString() }], 'Put the present time');
  else announce('Today goes into date columns');
}

/** Turns a checkbox, for Space and Enter. */
export function toggle(model: GridModel): boolean {
  const active = model.activeIds();
  const column = active && model.view.column(active.col);
  if (!active || column?.type !== 'checkbox') return false;
  const value = model.view.value(active.slot, active.col) === true ? null : true;
  write(model, [{ row: active.row, col: active.col, value }], value ? 'Tick a box' : 'Untick a box');
  return true;
}
