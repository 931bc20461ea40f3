import type { InvestorId } from '@crm/shared';
import { Plus } from 'lucide-react';
import { Button } from '../../../../ui/button.tsx';
import { orderColumns } from '../../layout/use-layout.ts';
import { useSignal } from '../../model/signal.ts';
import { useGrid } from '../../model/use-model.ts';
import { FieldRow } from './field-row.tsx';
import css from './fields.module.css';

/** Every field of a row, hidden ones too, in the order of the view. The name stands in the head. */
export function FieldsTab({ row }: { row: InvestorId }) {
  const model = useGrid();
  const config = useSignal(model.config);
  const columns = orderColumns(model.view.columns(), config.order).filter((column) => column.key !== 'name');
  return (
    <div className={css.fields}>
      {columns.map((column) => (
        <FieldRow key={column.id} row={row} column={column} />
      ))}
      <div className={css.add}>
        <Button
          variant="quiet"
          size="s"
          icon={<Plus size={14} aria-hidden />}
          onClick={() => model.ask.set({ kind: 'addColumn', after: null, fund: false })}
        >
          Add a field
        </Button>
      </div>
    </div>
  );
}
