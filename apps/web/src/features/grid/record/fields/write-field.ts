import { sameValue } from '@crm/shared';
import type { CellValue, Column, InvestorId, Op } from '@crm/shared';
import type { GridModel } from '../../model/grid-model.ts';

/** One field's new value, with the version that its author had seen. */
export interface FieldWrite {
  readonly row: InvestorId;
  readonly column: Column;
  readonly value: CellValue;
  readonly ifVer: number;
  /** Choices and contacts to be made first. */
  readonly before?: readonly Op[];
}

/**
 * The ops of a field's edit. Lists change member by member, so that two people may add to one at once; everything else is
 * a guarded write. None when nothing changes.
 */
export function fieldOps(now: CellValue, { row, column, value, ifVer, before = [] }: FieldWrite): Op[] {
  if (sameValue(now, value)) return [...before];
  if (column.type !== 'multiSelect' && column.type !== 'contacts')
    return [...before, { t: 'cell.set', row, col: column.id, value, ifVer }];
  const [was, is] = [listOf(now), listOf(value)];
  const member =
    (t: 'set.add' | 'set.remove') =>
    (item: string): Op => ({ t, row, col: column.id, item });
  return [
    ...before,
    ...was.filter((item) => !is.includes(item)).map(member('set.remove')),
    ...is.filter((item) => !was.includes(item)).map(member('set.add')),
  ];
}

/** Writes a field as one step. Its row stays where it stands in the grid until it is left. */
export function writeField(model: GridModel, write: FieldWrite): void {
  const slot = model.view.slotOf(write.row);
  if (slot === undefined) return;
  const ops = fieldOps(model.view.value(slot, write.column.id), write);
  if (ops.length === 0) return;
  model.hold([slot]);
  model.session.commit(ops, `Edit ${write.column.name}`);
}

/** The members of a list, or the one value as a list. */
export function listOf(value: CellValue): readonly string[] {
  if (Array.isArray(value)) return value;
  return typeof value === 'string' ? [value] : [];
}
