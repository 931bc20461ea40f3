import { convertValue, kindOf, retypeOptions } from '@crm/grid/columns';
import { ColumnId, FundId, newId } from '@crm/shared';
import type { CellValue, Column, ColumnOptions, ColumnType } from '@crm/shared';
import { toast } from '../../../ui/toasts.ts';
import { columnPosition } from '../commands/positions.ts';
import { undo } from '../commands/undo.ts';
import type { GridModel } from '../model/grid-model.ts';

/** Adds a column behind `after`, or at the end. A commitment column is a fund of its own. */
export function addColumn(
  model: GridModel,
  spec: { name: string; type: ColumnType; options: ColumnOptions; after: ColumnId | null },
): void {
  const id = newId(ColumnId);
  const fund = spec.type === 'commitment' ? { fundId: newId(FundId) } : {};
  const column: Column = {
    id,
    name: spec.name,
    type: spec.type,
    options: { ...kindOf(spec.type).defaultOptions(), ...spec.options, ...fund },
    position: columnPosition(model.view.columns(), spec.after),
    key: null,
    deletedAt: null,
    ver: 0,
  };
  const config = model.config.get();
  if (spec.after !== null && config.order.length > 0) {
    const order = config.order.filter((one) => one !== id);
    order.splice(order.indexOf(spec.after) + 1, 0, id);
    model.configure({ ...config, order });
  }
  model.session.commit([{ t: 'col.add', column }], `Add the column ${spec.name}`);
}

/** Takes a column out of the sheet for everyone; its values stay and come back with it. */
export function deleteColumn(model: GridModel, col: ColumnId): void {
  const name = model.view.column(col)?.name ?? 'column';
  model.session.commit([{ t: 'col.del', col }], `Delete the column ${name}`);
  toast({ title: `Deleted the column ${name}`, detail: 'Its values are kept.', undo: () => undo(model) });
}

/** What a change of type would do to the cells of a column. */
export interface RetypeCount {
  readonly kept: number;
  readonly changed: number;
  readonly lost: number;
  readonly samples: readonly { readonly before: string; readonly after: string | null }[];
}

const SAMPLES = 5;

/** Counts what would be kept, read differently and lost, with the first few that are not kept. */
export function previewRetype(
  model: GridModel,
  column: Column,
  type: ColumnType,
  options: ColumnOptions,
): RetypeCount {
  const ctx = model.context();
  const values: CellValue[] = [];
  for (let slot = 0; slot < model.view.slotCount; slot += 1)
    if (model.view.isLive(slot)) values.push(model.view.value(slot, column.id));
  const to = { type, options: retypeOptions(values, column, { type, options }, ctx) };
  const count = { kept: 0, changed: 0, lost: 0 };
  const samples: { before: string; after: string | null }[] = [];
  for (const value of values) {
    if (value === null) continue;
    const { fate, value: next } = convertValue(value, column, to, ctx);
    count[fate] += 1;
    if (fate === 'kept' || samples.length >= SAMPLES) continue;
    samples.push({
      before: kindOf(column.type).format(value, column.options, ctx),
      after: fate === 'lost' ? null : kindOf(type).format(next, to.options, ctx),
    });
  }
  return { ...count, samples };
}

/** Renames, retypes or sets options of a column, as one step. */
export function saveColumn(
  model: GridModel,
  column: Column,
  next: { name: string; type: ColumnType; options: ColumnOptions },
): void {
  const patch = {
    ...(next.name === column.name ? {} : { name: next.name }),
    ...(next.type === column.type && JSON.stringify(next.options) !== JSON.stringify(column.options)
      ? { options: next.options }
      : {}),
  };
  const ops = [
    ...(Object.keys(patch).length > 0 ? [{ t: 'col.set' as const, col: column.id, patch }] : []),
    ...(next.type === column.type
      ? []
      : [{ t: 'col.retype' as const, col: column.id, type: next.type, options: next.options }]),
  ];
  if (ops.length > 0) model.session.commit(ops, `Change the column ${column.name}`);
}
