import type { ColumnId, InvestorId, Op } from '@crm/shared';
import { conflictsByOp } from './tray.ts';
import type { TrayItem } from './types.ts';

type VersionOf = (row: InvestorId, col: ColumnId) => number;

/**
 * The ops of a tray entry as "Keep mine" sends them: where they conflicted, over the version that the person was shown;
 * an entry without conflicts goes over what stands there now.
 */
export function overTheirs(item: TrayItem, versionNow: VersionOf): Op[] {
  if (item.result?.status !== 'conflict') return item.ops.map((op) => overNow(op, versionNow));
  const conflicts = conflictsByOp(item);
  return item.ops.map((op, index) => {
    const seen = conflicts.get(index);
    if (!seen) return op;
    const ver = Math.max(...seen.map((conflict) => conflict.ver));
    return op.t === 'cell.set' || op.t === 'row.del' || op.t === 'col.del' ? { ...op, ifVer: ver } : op;
  });
}

function overNow(op: Op, versionNow: VersionOf): Op {
  if (op.t === 'cell.set') return { ...op, ifVer: versionNow(op.row, op.col) };
  if ((op.t === 'row.del' || op.t === 'col.del') && op.ifVer !== undefined) {
    const { ifVer: _, ...plain } = op;
    return plain;
  }
  return op;
}

/** The ops of an entry behind the ops that bring back the deleted rows and columns that it needs. */
export function withRestores(
  item: TrayItem,
  isDeleted: { row(id: InvestorId): boolean; col(id: ColumnId): boolean },
  versionNow: VersionOf,
): Op[] {
  const rows = new Set<InvestorId>();
  const cols = new Set<ColumnId>();
  for (const op of item.ops) {
    if ('row' in op && isDeleted.row(op.row)) rows.add(op.row);
    if ('col' in op && isDeleted.col(op.col)) cols.add(op.col);
    if (op.t === 'row.add') for (const col of columnsOf(op.values)) if (isDeleted.col(col)) cols.add(col);
    if (op.t === 'comm.put' && isDeleted.row(op.communication.investorId))
      rows.add(op.communication.investorId);
  }
  return [
    ...[...rows].map((row): Op => ({ t: 'row.restore', row })),
    ...[...cols].map((col): Op => ({ t: 'col.restore', col })),
    ...item.ops.map((op) => overNow(op, versionNow)),
  ];
}

function columnsOf<K extends string>(values: Record<K, unknown>): K[] {
  const columns: K[] = [];
  for (const col in values) columns.push(col);
  return columns;
}
