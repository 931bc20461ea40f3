import type { InvestorId } from '@crm/shared';
import type { GridModel } from '../model/grid-model.ts';

type Rows = Pick<GridModel, 'rows' | 'view'>;

/** The rows before and after a row in the order of the view, and its place from 1; null where there is none. */
export function stepsFrom(model: Rows, row: InvestorId) {
  const { rows } = model.rows;
  const slot = model.view.slotOf(row);
  const at = slot === undefined ? -1 : model.rows.indexOf(slot);
  const idAt = (index: number): InvestorId | null => {
    const found = at < 0 ? undefined : rows[index];
    return found === undefined ? null : model.view.rowAt(found).id;
  };
  return { previous: idAt(at - 1), next: idAt(at + 1), place: at < 0 ? null : at + 1, count: rows.length };
}

/** Shows the record of another row, and takes the selection of the grid along. */
export function openRecord(model: GridModel, row: InvestorId): void {
  const col = model.activeIds()?.col ?? model.layout.get().boxes[0]?.column.id;
  if (col) model.selectCell(row, col);
  model.panel.set({ kind: 'record', row });
}
