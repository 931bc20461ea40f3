import { AddColumnDialog } from './columns-ui/add-column-dialog.tsx';
import { AddFundDialog } from './columns-ui/add-fund-dialog.tsx';
import { ColumnDialog } from './columns-ui/column-dialog.tsx';
import { LogCommunication } from './log/log-communication.tsx';
import type { Ask } from './model/screens.ts';
import { useSignal } from './model/signal.ts';
import { useGrid } from './model/use-model.ts';

/** The dialog that is open over the grid. */
export function Asked({ asked }: { asked: Ask }) {
  const model = useGrid();
  useSignal(model.columnsVersion);
  const onClose = () => {
    model.ask.set(null);
    model.focus();
  };
  switch (asked.kind) {
    case 'log':
      return <LogCommunication model={model} row={asked.row} onClose={onClose} />;
    case 'addColumn':
      return asked.fund ? (
        <AddFundDialog model={model} after={asked.after} onClose={onClose} />
      ) : (
        <AddColumnDialog model={model} after={asked.after} onClose={onClose} />
      );
    case 'editColumn':
      return <ColumnDialog model={model} column={asked.col} mode={asked.mode} onClose={onClose} />;
  }
}
