import type { ColumnId } from '@crm/shared';
import { useState } from 'react';
import { CurrencySelect } from '../../../app/currency-select.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field, Input } from '../../../ui/field.tsx';
import type { GridModel } from '../model/grid-model.ts';
import { useSignal } from '../model/signal.ts';
import { addFund, nameProblem } from './column-ops.ts';
import css from './columns-ui.module.css';

/** Adds a fund: a column in which each investor has an amount and how firm it is. */
export function AddFundDialog(props: { model: GridModel; after?: ColumnId | null; onClose: () => void }) {
  const { model, onClose } = props;
  useSignal(model.columnsVersion);
  const [name, setName] = useState('');
  const [currency, setCurrency] = useState(model.session.workspace?.currency ?? 'USD');
  const [tried, setTried] = useState(false);
  const problem = nameProblem(name, model.view.columns());
  return (
    <Dialog
      open
      size="s"
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title="Add a fund"
      description="Each investor gets an amount for it, with a status: target, soft, committed or funded."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form="add-fund">
            Add fund
          </Button>
        </>
      }
    >
      <form
        id="add-fund"
        className={css.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (problem !== null) return;
          addFund(model, { name, currency, after: props.after ?? null });
          onClose();
        }}
      >
        <Field label="Name" error={tried ? problem : null}>
          <Input
            value={name}
            maxLength={200}
            placeholder="Fund III"
            autoComplete="off"
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <Field label="Currency">
          <CurrencySelect value={currency} onChange={(event) => setCurrency(event.target.value)} />
        </Field>
      </form>
    </Dialog>
  );
}
