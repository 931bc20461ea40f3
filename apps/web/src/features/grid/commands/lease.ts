import type { CellRef } from '@crm/shared';
import type { GridModel } from '../model/grid-model.ts';

/** The name of whoever else has the editor of a cell open, or null. */
export function editorOf(model: GridModel, { row, col }: CellRef): string | null {
  const holder = model.session
    .presence()
    .find(({ editing, cell }) => editing && cell?.row === row && cell.col === col);
  return holder ? (model.context().person(holder.userId)?.name ?? 'Someone else') : null;
}
