import type { CellConflict, ColumnId, InvestorId, Op } from '@crm/shared';
import type { StoredTrayItem } from './ports.ts';
import type { TrayItem } from './types.ts';

/** Edits that wait for their author. Only the author's own act takes one out. */
export class Tray {
  readonly #items = new Map<string, StoredTrayItem>();

  get size(): number {
    return this.#items.size;
  }

  items(): readonly TrayItem[] {
    return [...this.#items.values()];
  }

  get(id: string): StoredTrayItem | undefined {
    return this.#items.get(id);
  }

  put(item: StoredTrayItem): void {
    this.#items.set(item.id, item);
  }

  remove(id: string): void {
    this.#items.delete(id);
  }

  /** The cells that entries mark, newest entry last. */
  *cells(): Generator<{ row: InvestorId; col: ColumnId; item: TrayItem }> {
    for (const item of this.#items.values()) {
      const cells = item.result?.status === 'conflict' ? item.result.conflicts : item.ops.flatMap(cellOf);
      for (const { row, col } of cells) yield { row, col, item };
    }
  }
}

function cellOf(op: Op): { row: InvestorId; col: ColumnId }[] {
  return 'row' in op && 'col' in op ? [{ row: op.row, col: op.col }] : [];
}

/** The conflicts of an entry by the index of the op that they concern. */
export function conflictsByOp(item: TrayItem): Map<number, CellConflict[]> {
  const conflicts = item.result?.status === 'conflict' ? item.result.conflicts : [];
  return Map.groupBy(conflicts, (conflict) => conflict.op);
}
