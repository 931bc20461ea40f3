import { kindOf } from '@crm/grid/columns';
import type { Column } from '@crm/shared';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { useSignal } from '../model/signal.ts';
import { useGrid } from '../model/use-model.ts';

/** The columns that were deleted; each comes back with its values. */
export function DeletedColumns({ columns, onClose }: { columns: readonly Column[]; onClose(): void }) {
  const model = useGrid();
  useSignal(model.columnsVersion);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Deleted columns"
      description="A restored column comes back with its values."
    >
      {columns.length === 0 ? (
        <EmptyState title="No column is deleted" />
      ) : (
        <ul className="g-side-list">
          {columns.map((column) => (
            <li key={column.id} className="g-archived">
              <span>
                {column.name}
                <small className="g-faint">{kindOf(column.type).label}</small>
              </span>
              <Button
                size="s"
                onClick={() =>
                  model.session.commit(
                    [{ t: 'col.restore', col: column.id }],
                    `Restore the column ${column.name}`,
                  )
                }
              >
                Restore
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
