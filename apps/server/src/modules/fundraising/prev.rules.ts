import { cellsOf } from '@crm/grid';
import type { SheetReader } from '@crm/grid';
import type { CellValue, InvestorId, Op } from '@crm/shared';

/** What stood where the op is about to write: what history shows as the old value, and what undoing needs. */
export function prevOf(sheet: SheetReader, op: Op): unknown {
  switch (op.t) {
    case 'cell.set':
    case 'note.append':
    case 'note.remove':
    case 'set.add':
    case 'set.remove':
      return { value: sheet.cell(op.row, op.col).value };
    case 'row.move':
      return { position: sheet.row(op.row)?.position ?? null };
    case 'col.set':
      return { column: sheet.column(op.col) ?? null };
    case 'col.retype': {
      const values: Record<InvestorId, CellValue> = {};
      for (const [row] of cellsOf<InvestorId>(op.values ?? {})) values[row] = sheet.cell(row, op.col).value;
      return { column: sheet.column(op.col) ?? null, values };
    }
    case 'contact.put':
      return { contact: sheet.contact(op.contact.id) ?? null };
    case 'comm.put':
      return { communication: sheet.communication(op.communication.id) ?? null };
    case 'row.add':
    case 'row.del':
    case 'row.restore':
    case 'col.add':
    case 'col.del':
    case 'col.restore':
      return {};
  }
}

/** The row and column that an op is found by in histories. */
export function placeOf(op: Op): { rowId: string | null; colId: string | null } {
  return {
    rowId: 'row' in op ? op.row : op.t === 'comm.put' ? op.communication.investorId : null,
    colId: 'col' in op ? op.col : op.t === 'col.add' ? op.column.id : null,
  };
}

/** What the audit names as the subject of an op. */
export function subjectOf(op: Op): string {
  if (op.t === 'contact.put') return op.contact.id;
  if (op.t === 'comm.put') return op.communication.id;
  if ('row' in op) return op.row;
  return op.t === 'col.add' ? op.column.id : op.col;
}
