import type { CellValue, InvestorId, Op, UserId } from '@crm/shared';
import { isComputed } from '../sheet/computed.ts';
import type { SheetReader } from '../sheet/types.ts';
import { cellsOf } from './apply.ts';
import type { Types } from './types.ts';

/** Who sends an op, and when the server took it. */
export interface Sender {
  readonly by: UserId | null;
  readonly at: string;
}

/**
 * The op as it goes into the log: it needs nothing else to be folded, and claims nothing that its sender may not say.
 * The browser resolves its predictions with the same code.
 */
export function resolveOp(sheet: SheetReader, op: Op, sender: Sender, types: Types): Op {
  switch (op.t) {
    case 'row.add':
      return { ...op, values: withoutNulls(op.values) };
    case 'col.add':
      return { ...op, column: { ...op.column, deletedAt: null, ver: 0 } };
    case 'col.retype':
      return { ...op, ...retyped(sheet, op, types) };
    case 'contact.put': {
      const deletedAt = op.contact.deletedAt === null ? null : sender.at;
      return { ...op, contact: { ...op.contact, deletedAt } };
    }
    case 'comm.put': {
      const before = sheet.communication(op.communication.id);
      const { createdBy, createdAt } = before ?? { createdBy: sender.by, createdAt: sender.at };
      const deletedAt = op.communication.deletedAt === null ? null : sender.at;
      return { ...op, communication: { ...op.communication, createdBy, createdAt, deletedAt } };
    }
    default:
      return op;
  }
}

type Retype = Extract<Op, { t: 'col.retype' }>;

/** Every cell whose value the new type changes; those that the sender named get the value that it named. */
function retyped(sheet: SheetReader, op: Retype, types: Types): Pick<Retype, 'options' | 'values'> {
  const values: Record<InvestorId, CellValue> = { ...op.values };
  const column = sheet.column(op.col);
  if (!column) return { options: op.options, values };
  const others: [InvestorId, CellValue][] = [];
  for (const [row, { value }] of sheet.cellsOf(op.col)) {
    if (value !== null && !(row in values)) others.push([row, value]);
  }
  if (isComputed(op.type)) {
    for (const [row] of others) values[row] = null;
    return { options: op.options, values };
  }
  const plan = types.retype(others, column, op);
  for (const [row, value] of plan.values) values[row] = value;
  return { options: plan.options, values };
}

function withoutNulls<K extends string>(values: Record<K, CellValue>): Record<K, CellValue> {
  const kept = { ...values };
  for (const [key, value] of cellsOf(values)) if (value === null) delete kept[key];
  return kept;
}
