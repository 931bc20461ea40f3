import type { CellValue, ColumnId, InvestorId, Op } from '@crm/shared';
import type { SheetWriter, Stamp } from '../sheet/types.ts';
import { appendLine, removeLine } from './lines.ts';

/**
 * Folds one op into a sheet. It never throws: an op that has nothing to act on changes nothing, so that a prediction
 * that no longer fits is skipped and the log can always be folded.
 */
export function applyOp(writer: SheetWriter, op: Op, stamp: Stamp): void {
  switch (op.t) {
    case 'cell.set':
      return put(writer, op.row, op.col, op.value, stamp);
    case 'note.append': {
      const text = writer.cell(op.row, op.col).value;
      return put(writer, op.row, op.col, appendLine(typeof text === 'string' ? text : '', op.text), stamp);
    }
    case 'note.remove': {
      const text = writer.cell(op.row, op.col).value;
      const rest = typeof text === 'string' ? removeLine(text, op.text) : undefined;
      return rest === undefined ? undefined : put(writer, op.row, op.col, rest === '' ? null : rest, stamp);
    }
    case 'set.add': {
      const items = itemsOf(writer.cell(op.row, op.col).value);
      return items.includes(op.item) ? undefined : put(writer, op.row, op.col, [...items, op.item], stamp);
    }
    case 'set.remove': {
      const items = itemsOf(writer.cell(op.row, op.col).value);
      if (!items.includes(op.item)) return;
      const rest = items.filter((item) => item !== op.item);
      return put(writer, op.row, op.col, rest.length === 0 ? null : rest, stamp);
    }
    case 'row.add':
    case 'row.del':
    case 'row.restore':
    case 'row.move':
      return applyRow(writer, op, stamp);
    case 'col.add':
    case 'col.set':
    case 'col.retype':
    case 'col.del':
    case 'col.restore':
      return applyColumn(writer, op, stamp);
    case 'contact.put':
      return writer.putContact(op.contact);
    case 'comm.put':
      return writer.putCommunication(op.communication);
  }
}

/** The members of a list cell; none for any other value. */
export function itemsOf(value: CellValue): readonly string[] {
  return Array.isArray(value) ? value : [];
}

type RowOp = Extract<Op, { t: `row.${string}` }>;
type ColumnOp = Extract<Op, { t: `col.${string}` }>;

function put(writer: SheetWriter, row: InvestorId, col: ColumnId, value: CellValue, stamp: Stamp): void {
  if (!writer.row(row) || !writer.column(col)) return;
  writer.putCell(row, col, { value, ver: stamp.seq, clientId: stamp.clientId });
  writer.touchRow(row, stamp.at, stamp.by);
}

function applyRow(writer: SheetWriter, op: RowOp, stamp: Stamp): void {
  const { at, by } = stamp;
  const row = writer.row(op.row);
  if (op.t === 'row.add') {
    if (row) return;
    writer.putRow({
      id: op.row,
      number: writer.nextNumber(),
      position: op.position,
      ver: stamp.seq,
      createdAt: at,
      createdBy: by,
      updatedAt: at,
      updatedBy: by,
      deletedAt: null,
    });
    for (const [col, value] of cellsOf(op.values)) {
      if (writer.column(col))
        writer.putCell(op.row, col, { value, ver: stamp.seq, clientId: stamp.clientId });
    }
    return;
  }
  if (!row) return;
  if (op.t === 'row.move') writer.putRow({ ...row, position: op.position });
  else if (op.t === 'row.del') {
    if (row.deletedAt === null) writer.putRow({ ...row, deletedAt: at, updatedAt: at, updatedBy: by });
  } else if (row.deletedAt !== null) writer.putRow({ ...row, deletedAt: null, updatedAt: at, updatedBy: by });
}

function applyColumn(writer: SheetWriter, op: ColumnOp, stamp: Stamp): void {
  const ver = stamp.seq;
  if (op.t === 'col.add') {
    if (!writer.column(op.column.id)) writer.putColumn({ ...op.column, deletedAt: null, ver });
    return;
  }
  const column = writer.column(op.col);
  if (!column) return;
  switch (op.t) {
    case 'col.set':
      return writer.putColumn({ ...column, ...op.patch, ver });
    case 'col.del':
      return writer.putColumn({ ...column, deletedAt: column.deletedAt ?? stamp.at, ver });
    case 'col.restore':
      return writer.putColumn({ ...column, deletedAt: null, ver });
    case 'col.retype':
      writer.putColumn({ ...column, type: op.type, options: op.options, ver });
      for (const [row, value] of cellsOf(op.values ?? {})) {
        if (writer.row(row)) writer.putCell(row, op.col, { value, ver, clientId: stamp.clientId });
      }
  }
}

/** The entries of a record keyed by ids, typed as its schema made them. */
export function* cellsOf<K extends string>(values: Partial<Record<K, CellValue>>): Generator<[K, CellValue]> {
  for (const key in values) {
    const value = values[key];
    if (value !== undefined) yield [key, value];
  }
}
