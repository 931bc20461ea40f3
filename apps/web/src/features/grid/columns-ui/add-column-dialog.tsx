import { kindOf } from '@crm/grid/columns';
import type { ColumnId, ColumnOptions, ColumnType } from '@crm/shared';
import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field, Input } from '../../../ui/field.tsx';
import type { GridModel } from '../model/grid-model.ts';
import { useSignal } from '../model/signal.ts';
import { addColumn, nameProblem } from './column-ops.ts';
import { choicesProblem, tidyChoices } from './choices.ts';
import css from './columns-ui.module.css';
import { OptionsEditor } from './options-editor.tsx';
import { TypeGrid } from './type-grid.tsx';

/** Adds a column of any type but a fund, which has a dialog of its own. It stands behind `after`, or at the end. */
export function AddColumnDialog(props: { model: GridModel; after?: ColumnId | null; onClose: () => void }) {
  const { model, onClose } = props;
  useSignal(model.columnsVersion);
  const [name, setName] = useState('');
  const [type, setType] = useState<ColumnType>('text');
  const [options, setOptions] = useState<ColumnOptions>(() => kindOf('text').defaultOptions());
  const [tried, setTried] = useState(false);
  const problem = nameProblem(name, model.view.columns());
  const save = () => {
    setTried(true);
    if (problem !== null || choicesProblem(options.choices ?? [])) return;
    const tidy = options.choices ? { ...options, choices: tidyChoices(options.choices) } : options;
    addColumn(model, { name, type, options: tidy, after: props.after ?? null });
    onClose();
  };
  return (
    <Dialog
      open
      size="l"
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title="Add a column"
      footer={
        <>
          <Button
            variant="quiet"
            className={css.aside}
            onClick={() => model.ask.set({ kind: 'addColumn', after: props.after ?? null, fund: true })}
          >
            Add a fund instead
          </Button>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form="add-column">
            Add column
          </Button>
        </>
      }
    >
      <form
        id="add-column"
        className={css.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Field label="Name" error={tried ? problem : null}>
          <Input
            value={name}
            maxLength={200}
            autoComplete="off"
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <TypeGrid
          value={type}
          without={['commitment', 'contacts']}
          onChange={(next) => {
            setType(next);
            // Choices survive going from one to many and back.
            const choices =
              options.choices && kindOf(next).defaultOptions().choices ? { choices: options.choices } : {};
            setOptions({ ...kindOf(next).defaultOptions(), ...choices });
          }}
        />
        <OptionsEditor
          type={type}
          options={options}
          timeZone={model.context().timeZone}
          tried={tried}
          onChange={setOptions}
        />
      </form>
    </Dialog>
  );
}
