import { ALL_KINDS, kindOf } from '@crm/grid/columns';
import type { ColumnId, ColumnOptions, ColumnType } from '@crm/shared';
import { useMemo, useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field, Input, Select } from '../../../ui/field.tsx';
import { useGrid } from '../model/use-model.ts';
import { ColumnOptionsForm } from './column-options.tsx';
import { addColumn, previewRetype, saveColumn } from './commands.ts';
import { RetypeNote } from './retype-note.tsx';

/** Adds a column, or renames, retypes and sets up one that exists. */
export function ColumnDialog(props: {
  col: ColumnId | null;
  after: ColumnId | null;
  fund: boolean;
  onClose(): void;
}) {
  const model = useGrid();
  const column = props.col === null ? undefined : model.view.column(props.col);
  const currency = model.session.workspace?.currency ?? 'USD';
  const [name, setName] = useState(column?.name ?? '');
  const [type, setType] = useState<ColumnType>(column?.type ?? (props.fund ? 'commitment' : 'text'));
  const [options, setOptions] = useState<ColumnOptions>(
    column?.options ?? { ...kindOf(type).defaultOptions(), ...(props.fund ? { currency } : {}) },
  );
  const [problem, setProblem] = useState<string | null>(null);
  const retyped = column !== undefined && type !== column.type;
  const preview = useMemo(
    () => (column && retyped ? previewRetype(model, column, type, options) : null),
    [model, column, retyped, type, options],
  );
  const fixed =
    props.fund || column?.type === 'commitment' || column?.type === 'contacts' || column?.key === 'name';
  const kinds = ALL_KINDS.filter(
    (kind) =>
      kind.type === column?.type ||
      (!(column && kind.computed) && kind.type !== 'commitment' && kind.type !== 'contacts'),
  );
  const save = () => {
    const wanted = name.trim();
    const taken = model.view
      .columns()
      .some((one) => one.id !== column?.id && one.name.toLowerCase() === wanted.toLowerCase());
    if (wanted === '') setProblem('Give the column a name.');
    else if (taken) setProblem('There is a column of this name already.');
    else {
      if (column) saveColumn(model, column, { name: wanted, type, options });
      else addColumn(model, { name: wanted, type, options, after: props.after });
      props.onClose();
    }
  };
  const title = column ? 'Edit column' : props.fund ? 'Add a fund' : 'Add a column';
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={title}
      {...(props.fund ? { description: 'Its column holds each investor’s amount and how firm it is.' } : {})}
      footer={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button variant={preview && preview.lost > 0 ? 'danger' : 'primary'} onClick={save}>
            {column ? (preview && preview.lost > 0 ? `Change and lose ${preview.lost}` : 'Save') : title}
          </Button>
        </>
      }
    >
      <form
        className="g-form"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Field label="Name" error={problem}>
          <Input
            autoFocus
            value={name}
            maxLength={200}
            onChange={(event) => {
              setName(event.target.value);
              setProblem(null);
            }}
          />
        </Field>
        {fixed ? null : (
          <Field label="Type">
            <Select
              value={type}
              onChange={(event) => {
                const next = kinds.find((kind) => kind.type === event.target.value)?.type ?? type;
                setType(next);
                setOptions(next === column?.type ? column.options : kindOf(next).defaultOptions());
              }}
            >
              {kinds.map((kind) => (
                <option key={kind.type} value={kind.type}>
                  {kind.label}
                </option>
              ))}
            </Select>
          </Field>
        )}
        <ColumnOptionsForm type={type} options={options} onChange={setOptions} />
        {preview ? <RetypeNote preview={preview} /> : null}
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}
