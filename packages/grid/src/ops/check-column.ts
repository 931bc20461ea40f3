import type { Column, Op } from '@crm/shared';
import { isComputed } from '../sheet/computed.ts';
import type { SheetReader } from '../sheet/types.ts';
import { cellsOf } from './apply.ts';
import { OK, refuse } from './verdict.ts';
import type { Types, Verdict } from './types.ts';

type ColumnOp = Extract<Op, { t: `col.${string}` }>;

/** Whether a change of a column's definition may be applied. */
export function checkColumnOp(sheet: SheetReader, op: ColumnOp, types: Types): Verdict {
  if (op.t === 'col.add') return checkAdd(sheet, op.column);
  const column = sheet.column(op.col);
  if (!column) return refuse('unknown_column', 'This column does not exist.');
  switch (op.t) {
    case 'col.restore':
      return OK;
    case 'col.del':
      return column.key === 'name' ? refuse('read_only', 'The name column cannot be deleted.') : OK;
    case 'col.set':
      if (column.deletedAt !== null) return deleted(column);
      return op.patch.options && op.patch.options.fundId !== column.options.fundId
        ? refuse('invalid_value', 'A fund’s column stays with its fund.')
        : OK;
    case 'col.retype':
      if (column.deletedAt !== null) return deleted(column);
      return checkRetype(column, op, types);
  }
}

function checkAdd(sheet: SheetReader, column: Column): Verdict {
  if (sheet.column(column.id)) return refuse('exists_already', 'This column exists already.');
  if ((column.type === 'commitment') !== (column.options.fundId !== undefined))
    return refuse('invalid_value', 'A column of commitments, and no other, names its fund.');
  for (const other of sheet.allColumns()) {
    if (column.key !== null && other.key === column.key)
      return refuse('exists_already', `The built-in field “${other.name}” exists already.`);
    if (column.options.fundId !== undefined && other.options.fundId === column.options.fundId)
      return refuse('exists_already', 'The fund has a column already.');
  }
  return OK;
}

function checkRetype(column: Column, op: Extract<Op, { t: 'col.retype' }>, types: Types): Verdict {
  if (column.key !== null)
    return refuse('read_only', `“${column.name}” is a built-in field and keeps its type.`);
  if (column.type === 'commitment' || op.type === 'commitment')
    return refuse('invalid_value', 'A fund’s column keeps its type; add the fund as a new column.');
  if (isComputed(op.type)) return OK;
  for (const [, value] of cellsOf(op.values ?? {})) {
    const why = value === null ? null : types.validate(op, value);
    if (why !== null) return refuse('invalid_value', why);
  }
  return OK;
}

function deleted(column: Column): Verdict {
  return refuse('column_deleted', `The column “${column.name}” was deleted.`);
}
