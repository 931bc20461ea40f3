import type { Column, ColumnId } from '@crm/shared';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import type { GridModel } from '../model/grid-model.ts';
import { useSignal } from '../model/signal.ts';
import { ColumnForm } from './column-form.tsx';
import { typeLimit } from './column-ops.ts';

/** Which parts of a column are changed: one of them, or all. */
export type ColumnDialogMode = 'all' | 'rename' | 'options' | 'retype';

/** Changes a column: its name, its type, its settings. Says so when somebody else deletes it meanwhile. */
export function ColumnDialog(props: {
  model: GridModel;
  column: ColumnId;
  mode?: ColumnDialogMode;
  onClose: () => void;
}) {
  const { model, mode = 'all', onClose } = props;
  useSignal(model.columnsVersion);
  const column: Column | undefined = model.view.column(props.column);
  const limit = column && mode === 'retype' ? typeLimit(column) : null;
  if (column?.deletedAt === null && limit === null)
    return <ColumnForm key={column.id} model={model} column={column} mode={mode} onClose={onClose} />;
  return (
    <Dialog
      open
      size="s"
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={limit === null ? 'This column was deleted' : 'This column keeps its type'}
      footer={<Button onClick={onClose}>Close</Button>}
    >
      <p>
        {limit ??
          `${column ? `Somebody deleted “${column.name}” meanwhile. ` : ''}The values of a deleted column are kept: it can be restored from the archive.`}
      </p>
    </Dialog>
  );
}
