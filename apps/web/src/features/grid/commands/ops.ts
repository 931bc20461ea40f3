import { CellReader } from '@crm/grid/clipboard';
import { contactFromText, kindOf } from '@crm/grid/columns';
import { ContactId, newId, sameValue } from '@crm/shared';
import type { CellValue, Column, ColumnId, Contact, InvestorId, Op } from '@crm/shared';
import type { GridModel } from '../model/grid-model.ts';

/** A write to a cell, by row identity. */
export interface Write {
  readonly row: InvestorId;
  readonly col: ColumnId;
  readonly value: CellValue;
}

/** The ops of writes that change something, each guarded by the version its author sees. */
export function writeOps(model: GridModel, writes: readonly Write[]): Op[] {
  const ops: Op[] = [];
  for (const { row, col, value } of writes) {
    const slot = model.view.slotOf(row);
    if (slot === undefined || sameValue(model.view.value(slot, col), value)) continue;
    ops.push({ t: 'cell.set', row, col, value, ifVer: model.view.version(slot, col) });
  }
  return ops;
}

/** Applies writes as one step. The rows stay in view until they are left. */
export function write(
  model: GridModel,
  writes: readonly Write[],
  label: string,
  before: readonly Op[] = [],
): void {
  const ops = [...before, ...writeOps(model, writes)];
  if (ops.length === 0) return;
  model.hold(writes.flatMap(({ row }) => model.view.slotOf(row) ?? []));
  model.session.commit(ops, label);
}

/** What reading a typed text gave: the value, and what has to be made first. */
export type Reading =
  | { readonly ok: true; readonly value: CellValue; readonly before: readonly Op[] }
  | { readonly ok: false; readonly reason: string };

/** Reads text for a cell; choices and contacts that do not exist yet become ops to go before the write. */
export function read(model: GridModel, row: InvestorId, column: Column, text: string): Reading {
  const reader = new CellReader(model.context());
  const slot = model.view.slotOf(row) ?? -1;
  const result = reader.read(column, text, model.value(slot, column.id));
  return result.ok ? { ok: true, value: result.value, before: reader.ops } : result;
}

export function newContact(text: string): Contact {
  const { name, addresses } = contactFromText(text);
  return { id: newId(ContactId), name, title: '', phone: '', addresses, deletedAt: null };
}

/** Whether people write the column at all. */
export function isWritable(column: Column): boolean {
  return !kindOf(column.type).computed;
}
