import type { CellValue, ClientId, Column, InvestorId, Op } from '@crm/shared';
import { ContactId, sameValue } from '@crm/shared';
import { isComputed } from '../sheet/computed.ts';
import type { CellState, SheetReader } from '../sheet/types.ts';
import { cellsOf, itemsOf } from './apply.ts';
import { checkColumnOp } from './check-column.ts';
import { appendLine, removeLine } from './lines.ts';
import { isTooLarge } from './size.ts';
import { OK, refuse } from './verdict.ts';
import type { SeenConflict, Types, Verdict } from './types.ts';

/** At most this many cells are named in one conflict; the rest are as refused as they are. */
const MAX_CONFLICTS = 100;

/**
 * Whether an op may be applied to the sheet as it stands (protocol §4). Server and browser ask the same; only the
 * server's answer counts. `clientId` is the tab that sends the op.
 */
export function checkOp(sheet: SheetReader, op: Op, clientId: ClientId, types: Types): Verdict {
  switch (op.t) {
    case 'cell.set':
    case 'note.append':
    case 'note.remove':
    case 'set.add':
    case 'set.remove':
      return checkCellOp(sheet, op, clientId, types);
    case 'row.add':
      return checkRowAdd(sheet, op, types);
    case 'row.del': {
      const row = sheet.row(op.row);
      if (!row) return refuse('unknown_row', 'This row does not exist.');
      if (op.ifVer === undefined || row.deletedAt !== null) return OK;
      const cells = [...sheet.allColumns()].map(
        (column) => [op.row, column.id, sheet.cell(op.row, column.id)] as const,
      );
      return writtenSince(cells, op.ifVer, clientId);
    }
    case 'row.restore':
      return sheet.row(op.row) ? OK : refuse('unknown_row', 'This row does not exist.');
    case 'row.move': {
      const row = sheet.row(op.row);
      if (!row) return refuse('unknown_row', 'This row does not exist.');
      return row.deletedAt === null ? OK : refuse('row_deleted', 'The row was deleted.');
    }
    case 'col.del': {
      const verdict = checkColumnOp(sheet, op, types);
      if (verdict.kind !== 'ok' || op.ifVer === undefined) return verdict;
      const cells = [...sheet.cellsOf(op.col)].map(([row, state]) => [row, op.col, state] as const);
      return writtenSince(cells, op.ifVer, clientId);
    }
    case 'col.add':
    case 'col.set':
    case 'col.retype':
    case 'col.restore':
      return checkColumnOp(sheet, op, types);
    case 'contact.put':
      return OK;
    case 'comm.put': {
      const { investorId, id, deletedAt } = op.communication;
      const known = sheet.communication(id);
      if (known && known.investorId !== investorId)
        return refuse('invalid_value', 'A communication stays with its investor.');
      return deletedAt === null ? liveRow(sheet, investorId) : OK;
    }
  }
}

type CellOp = Extract<Op, { t: 'cell.set' | `note.${string}` | `set.${string}` }>;

function checkCellOp(sheet: SheetReader, op: CellOp, clientId: ClientId, types: Types): Verdict {
  const row = liveRow(sheet, op.row);
  if (row.kind !== 'ok') return row;
  const column = sheet.column(op.col);
  if (!column) return refuse('unknown_column', 'This column does not exist.');
  if (column.deletedAt !== null) return refuse('column_deleted', `The column “${column.name}” was deleted.`);
  if (isComputed(column.type))
    return refuse('read_only', `“${column.name}” is filled in by the program and cannot be edited.`);
  const state = sheet.cell(op.row, op.col);
  if (op.t === 'cell.set') {
    const bad = checkValue(sheet, column, op.value, types);
    if (bad) return bad;
    return mayReplace(state, op.value, op.ifVer, clientId)
      ? OK
      : {
          kind: 'conflict',
          conflicts: [{ row: op.row, col: op.col, theirs: state.value, ver: state.ver }],
        };
  }
  if (op.t === 'set.add' || op.t === 'set.remove') return checkItem(sheet, column, op, state, types);
  if (column.type !== 'text' && column.type !== 'longText')
    return refuse('invalid_value', `Lines can only be added to text; “${column.name}” is not.`);
  const text = typeof state.value === 'string' ? state.value : '';
  if (op.t === 'note.append') {
    const whole = appendLine(text, op.text);
    if (isTooLarge(whole)) return refuse('too_large', `“${column.name}” would hold more than 32 KB.`);
    return checkValue(sheet, column, whole, types) ?? OK;
  }
  return removeLine(text, op.text) === undefined
    ? refuse('not_found', 'The line was changed or taken away meanwhile.')
    : OK;
}

function checkItem(
  sheet: SheetReader,
  column: Column,
  op: Extract<Op, { t: `set.${string}` }>,
  state: CellState,
  types: Types,
): Verdict {
  if (column.type !== 'multiSelect' && column.type !== 'contacts')
    return refuse('invalid_value', `“${column.name}” does not hold a list.`);
  const items = itemsOf(state.value);
  if (op.t === 'set.remove' || items.includes(op.item)) return OK;
  if (items.length >= 500) return refuse('too_large', `“${column.name}” holds 500 entries already.`);
  // Only the new member is judged: an old one whose option has gone must not stand in the way.
  return checkValue(sheet, column, [op.item], types) ?? OK;
}

function checkRowAdd(sheet: SheetReader, op: Extract<Op, { t: 'row.add' }>, types: Types): Verdict {
  if (sheet.row(op.row)) return refuse('exists_already', 'This row exists already.');
  for (const [col, value] of cellsOf(op.values)) {
    const column = sheet.column(col);
    if (!column) return refuse('unknown_column', 'A column of the new row does not exist.');
    if (column.deletedAt !== null)
      return refuse('column_deleted', `The column “${column.name}” was deleted.`);
    if (isComputed(column.type)) return refuse('read_only', `“${column.name}” is filled in by the program.`);
    const bad = checkValue(sheet, column, value, types);
    if (bad) return bad;
  }
  return OK;
}

function checkValue(sheet: SheetReader, column: Column, value: CellValue, types: Types): Verdict | undefined {
  if (value === null) return undefined;
  if (isTooLarge(value)) return refuse('too_large', `“${column.name}” would hold more than 32 KB.`);
  const why = types.validate(column, value);
  if (why !== null) return refuse('invalid_value', why);
  if (column.type === 'contacts') {
    const known = new Set<string>();
    for (const id of itemsOf(value)) {
      if (known.has(id)) return refuse('invalid_value', `“${column.name}” names a contact twice.`);
      known.add(id);
      if (!hasContact(sheet, id)) return refuse('not_found', 'This contact does not exist.');
    }
  }
  return undefined;
}

function hasContact(sheet: SheetReader, id: string): boolean {
  const parsed = ContactId.safeParse(id);
  return parsed.success && sheet.contact(parsed.data)?.deletedAt === null;
}

/** The guard of protocol §4: the version seen, one's own chain, or a value that is there already. */
function mayReplace(state: CellState, value: CellValue, ifVer: number, clientId: ClientId): boolean {
  return (
    state.ver === ifVer ||
    (state.clientId !== null && state.clientId === clientId) ||
    sameValue(state.value, value)
  );
}

function writtenSince(
  cells: readonly (readonly [InvestorId, Column['id'], CellState])[],
  ifVer: number,
  clientId: ClientId,
): Verdict {
  const conflicts: SeenConflict[] = [];
  for (const [row, col, state] of cells) {
    if (state.ver <= ifVer || state.clientId === clientId) continue;
    conflicts.push({ row, col, theirs: state.value, ver: state.ver });
    if (conflicts.length === MAX_CONFLICTS) break;
  }
  return conflicts.length === 0 ? OK : { kind: 'conflict', conflicts };
}

function liveRow(sheet: SheetReader, id: InvestorId): Verdict {
  const row = sheet.row(id);
  if (!row) return refuse('unknown_row', 'This row does not exist.');
  return row.deletedAt === null ? OK : refuse('row_deleted', 'The row was deleted.');
}
