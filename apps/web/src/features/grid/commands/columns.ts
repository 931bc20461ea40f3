import type { ColumnId } from '@crm/shared';
import { toast } from '../../../ui/toasts.ts';
import type { GridModel } from '../model/grid-model.ts';
import { undo } from './undo.ts';

/** Takes a column out of the sheet for everyone; its values stay and come back with it. */
export function deleteColumn(model: GridModel, col: ColumnId): void {
  const name = model.view.column(col)?.name ?? 'column';
  model.session.commit([{ t: 'col.del', col }], `Delete the column ${name}`);
  toast({ title: `Deleted the column ${name}`, detail: 'Its values are kept.', undo: () => undo(model) });
}
