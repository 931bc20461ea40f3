import { ColumnDialog } from './columns/column-dialog.tsx';
import { DeletedColumns } from './columns/deleted-columns.tsx';
import { LogCommunication } from './log/log-communication.tsx';
import { useSignal } from './model/signal.ts';
import { useGrid } from './model/use-model.ts';

/** The dialog that is open over the grid, if any. */
export function Asked() {
  const model = useGrid();
  const asked = useSignal(model.ask);
  useSignal(model.columnsVersion);
  if (!asked) return null;
  const close = () => {
    model.ask.set(null);
    model.focus();
  };
  switch (asked.kind) {
    case 'log':
      return <LogCommunication model={model} row={asked.row} onClose={close} />;
    case 'addColumn':
      return <ColumnDialog col={null} after={asked.after} fund={asked.fund} onClose={close} />;
    case 'editColumn':
      return <ColumnDialog key={asked.col} col={asked.col} after={null} fund={false} onClose={close} />;
    case 'deletedColumns':
      return <DeletedColumns columns={model.view.deletedColumns()} onClose={close} />;
  }
}
