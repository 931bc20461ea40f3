import type { CellValue, ColumnId, InvestorId, Op } from '@crm/shared';
import { InvestorId as InvestorIds, newId } from '@crm/shared';
import { toast } from '../../../ui/toasts.ts';
import type { GridModel } from '../model/grid-model.ts';
import { rectOf, at } from '../selection/selection.ts';
import { positionsAfter, positionsBefore } from './positions.ts';
import { isWritable } from './ops.ts';
import { undo } from './undo.ts';

const many = (count: number, one: string) => (count === 1 ? one : `${count} ${one}s`);

/** The slots of all rows that the selection touches, top to bottom. */
export function selectedSlots(model: GridModel): number[] {
  const selection = model.selection.get();
  if (!selection) return [];
  const { top, bottom } = rectOf(selection, model.extent());
  return Array.from(model.rows.rows.subarray(top, bottom));
}

/** Adds an empty row behind the active one, or at the end, and goes to it. */
export function insertRow(model: GridModel, where: 'below' | 'above' | 'end'): InvestorId {
  const active = model.activeIds();
  const row = newId(InvestorIds);
  const slot = where === 'end' || !active ? null : active.slot;
  const [position = 'a0'] =
    where === 'above' && slot !== null
      ? positionsBefore(model.view, slot, 1)
      : positionsAfter(model.view, slot, 1);
  model.session.commit([{ t: 'row.add', row, position, values: {} }], 'Add an investor');
  model.holdNew([row], slot);
  model.goTo(row, where === 'end' ? null : (active?.col ?? null));
  return row;
}

/** Adds a copy of each selected row behind the last of them. */
export function duplicateRows(model: GridModel): void {
  const slots = selectedSlots(model);
  const last = slots.at(-1);
  if (last === undefined) return;
  const columns = model.view.columns().filter(isWritable);
  const positions = positionsAfter(model.view, last, slots.length);
  const ops = slots.map((slot, i): Op => {
    const values: Record<ColumnId, CellValue> = {};
    for (const { id } of columns) {
      const value = model.view.value(slot, id);
      if (value !== null) values[id] = value;
    }
    return { t: 'row.add', row: newId(InvestorIds), position: positions[i] ?? 'a0', values };
  });
  const added = ops.flatMap((op) => (op.t === 'row.add' ? [op.row] : []));
  model.session.commit(ops, `Duplicate ${many(slots.length, 'investor')}`);
  model.holdNew(added, last);
  const [first] = added;
  if (first) model.goTo(first, model.activeIds()?.col ?? null);
}

/** Takes rows out of the sheet; they can be restored for ever. */
export function archiveRows(model: GridModel, slots: readonly number[] = selectedSlots(model)): void {
  if (slots.length === 0) return;
  const rows = slots.map((slot) => model.rowId(slot));
  const panel = model.panel.get();
  if (panel?.kind === 'record' && rows.includes(panel.row)) model.panel.set(null);
  model.session.commit(
    rows.map((row): Op => ({ t: 'row.del', row })),
    `Archive ${many(rows.length, 'investor')}`,
  );
  toast({ title: `Archived ${many(rows.length, 'investor')}`, undo: () => undo(model) });
}

export function restoreRow(model: GridModel, row: InvestorId): void {
  model.session.commit([{ t: 'row.restore', row }], 'Restore an investor');
}

/** Moves rows in the sheet's order so that they stand before row `before`, or at the end. */
export function moveRows(model: GridModel, slots: readonly number[], before: number): void {
  const moving = new Set(slots);
  const { rows } = model.rows;
  let place = before;
  while (place < rows.length && moving.has(rows[place] ?? -1)) place += 1;
  const next = rows[place];
  const positions =
    next === undefined
      ? positionsAfter(model.view, null, slots.length)
      : positionsBefore(model.view, next, slots.length);
  const ops = slots.map((slot, i): Op => ({
    t: 'row.move',
    row: model.rowId(slot),
    position: positions[i] ?? 'a0',
  }));
  model.session.commit(ops, `Move ${many(slots.length, 'investor')}`);
  const first = slots[0];
  const active = model.selection.get();
  if (first !== undefined && active)
    model.select(at({ row: model.rows.indexOf(first), col: active.active.col }));
}
