import type { CellValue, InvestorId, Op } from '@crm/shared';
import { sameValue } from '@crm/shared';
import type { SheetReader } from '../sheet/types.ts';
import { cellsOf, itemsOf } from './apply.ts';

/**
 * The ops that take `op` back, given the sheet as it stood before it; none when it changed nothing. Guarded ops come with
 * `ifVer: -1` ("only while the last write is mine"), to be made exact by whoever knows the seq of the op.
 */
export function invertOp(before: SheetReader, op: Op): readonly Op[] {
  switch (op.t) {
    case 'cell.set': {
      const { value } = before.cell(op.row, op.col);
      return sameValue(value, op.value) ? [] : [{ ...op, value, ifVer: -1 }];
    }
    case 'note.append':
      return [{ ...op, t: 'note.remove' }];
    case 'note.remove':
      return [{ ...op, t: 'note.append' }];
    case 'set.add':
      return itemsOf(before.cell(op.row, op.col).value).includes(op.item) ? [] : [{ ...op, t: 'set.remove' }];
    case 'set.remove':
      return itemsOf(before.cell(op.row, op.col).value).includes(op.item) ? [{ ...op, t: 'set.add' }] : [];
    case 'row.add':
      return before.row(op.row) ? [] : [{ t: 'row.del', row: op.row, ifVer: -1 }];
    case 'row.del':
      return before.row(op.row)?.deletedAt === null ? [{ t: 'row.restore', row: op.row }] : [];
    case 'row.restore': {
      const row = before.row(op.row);
      return row && row.deletedAt !== null ? [{ t: 'row.del', row: op.row }] : [];
    }
    case 'row.move': {
      const row = before.row(op.row);
      return row && row.position !== op.position ? [{ ...op, position: row.position }] : [];
    }
    case 'contact.put': {
      const contact = before.contact(op.contact.id) ?? {
        ...op.contact,
        deletedAt: new Date(0).toISOString(),
      };
      return [{ t: 'contact.put', contact }];
    }
    case 'comm.put': {
      const communication = before.communication(op.communication.id) ?? {
        ...op.communication,
        deletedAt: new Date(0).toISOString(),
      };
      return [{ t: 'comm.put', communication }];
    }
    default:
      return invertColumnOp(before, op);
  }
}

function invertColumnOp(before: SheetReader, op: Extract<Op, { t: `col.${string}` }>): readonly Op[] {
  if (op.t === 'col.add')
    return before.column(op.column.id) ? [] : [{ t: 'col.del', col: op.column.id, ifVer: -1 }];
  const column = before.column(op.col);
  if (!column) return [];
  switch (op.t) {
    case 'col.set': {
      const patch: typeof op.patch = {};
      if (op.patch.name !== undefined) patch.name = column.name;
      if (op.patch.options !== undefined) patch.options = column.options;
      if (op.patch.position !== undefined) patch.position = column.position;
      return [{ ...op, patch }];
    }
    case 'col.retype': {
      const values: Record<InvestorId, CellValue> = {};
      for (const [row] of cellsOf(op.values ?? {})) values[row] = before.cell(row, op.col).value;
      return [{ t: 'col.retype', col: op.col, type: column.type, options: column.options, values }];
    }
    case 'col.del':
      return column.deletedAt === null ? [{ t: 'col.restore', col: op.col }] : [];
    case 'col.restore':
      return column.deletedAt === null ? [] : [{ t: 'col.del', col: op.col }];
  }
}
