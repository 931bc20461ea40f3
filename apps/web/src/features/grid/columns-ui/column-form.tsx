import { kindOf } from '@crm/grid/columns';
import type { Column } from '@crm/shared';
import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field, Input } from '../../../ui/field.tsx';
import { toast } from '../../../ui/toasts.ts';
import { undo } from '../commands/undo.ts';
import type { GridModel } from '../model/grid-model.ts';
import type { ColumnDialogMode } from './column-dialog.tsx';
import { editOps, lostByOptions } from './column-edit.ts';
import { typeLimit, nameProblem } from './column-ops.ts';
import { choicesProblem } from './choices.ts';
import css from './columns-ui.module.css';
import { hasOptions, OptionsEditor } from './options-editor.tsx';
import { RetypePreview } from './retype-preview-box.tsx';
import { TypeGrid } from './type-grid.tsx';
import { useRetype } from './use-retype.ts';
import { choiceUse } from './option-use.ts';

const TITLES: Record<ColumnDialogMode, (name: string) => string> = {
  all: (name) => `Edit ${name}`,
  rename: (name) => `Rename ${name}`,
  options: (name) => `Settings of ${name}`,
  retype: (name) => `Change the type of ${name}`,
};

/** The dialog over a column that is there. Everything that is changed is one step. */
export function ColumnForm(props: {
  model: GridModel;
  column: Column;
  mode: ColumnDialogMode;
  onClose: () => void;
}) {
  const { model, column, mode, onClose } = props;
  const { view } = model;
  const [name, setName] = useState(column.name);
  const [type, setType] = useState(column.type);
  const [options, setOptions] = useState(column.options);
  const [choosing, setChoosing] = useState(mode === 'retype');
  const [tried, setTried] = useState(false);
  const shows = (part: ColumnDialogMode) => mode === 'all' || mode === part;
  const loaded = view.isColumnLoaded(column.id);
  const retyped = type !== column.type;
  const plan = useRetype(model, column, { type, options });
  const use = choiceUse(view, column);
  const lost = retyped ? (plan?.lost ?? 0) : lostByOptions(column, options, use);
  const problem = nameProblem(name, view.columns(), column.id);
  const limit = typeLimit(column);
  const ready =
    (loaded || (type === column.type && options === column.options)) && (!retyped || plan !== null);
  const save = () => {
    setTried(true);
    if (problem !== null || choicesProblem(options.choices ?? []) || !ready) return;
    const ops = editOps(view, column, { name, type, options });
    if (ops.length > 0) {
      model.session.commit(ops, `Change the column ${column.name}`);
      toast({ title: `Changed the column ${name.trim()}`, undo: () => undo(model) });
    }
    onClose();
  };
  const values = `${lost.toLocaleString()} ${lost === 1 ? 'value' : 'values'}`;
  return (
    <Dialog
      open
      size={choosing ? 'l' : mode === 'rename' ? 's' : 'm'}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={TITLES[mode](column.name)}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant={lost > 0 ? 'danger' : 'primary'}
            type="submit"
            form="edit-column"
            disabled={!ready}
          >
            {lost > 0 ? `Save and lose ${values}` : mode === 'rename' ? 'Rename' : 'Save'}
          </Button>
        </>
      }
    >
      <form
        id="edit-column"
        className={css.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        {shows('rename') ? (
          <Field label="Name" error={tried ? problem : null} hint="Everyone in the workspace sees it.">
            <Input
              value={name}
              maxLength={200}
              autoComplete="off"
              onFocus={(event) => event.target.select()}
              onChange={(event) => setName(event.target.value)}
            />
          </Field>
        ) : null}
        {shows('retype') ? (
          limit !== null ? (
            <p className={css.hint}>{limit}</p>
          ) : choosing ? (
            <TypeGrid
              value={type}
              without={['commitment', 'contacts']}
              onChange={(next) => {
                setType(next);
                setOptions(next === column.type ? column.options : kindOf(next).defaultOptions());
              }}
            />
          ) : (
            <div className={css.typeLine}>
              <span>
                <span className={css.legend}>Type</span> {kindOf(type).label}
              </span>
              <Button size="s" onClick={() => setChoosing(true)}>
                Change type
              </Button>
            </div>
          )
        ) : null}
        {(shows('options') || retyped) && hasOptions(type) ? (
          <OptionsEditor
            type={type}
            options={options}
            timeZone={model.context().timeZone}
            use={retyped ? undefined : use}
            tried={tried}
            onChange={setOptions}
          />
        ) : mode === 'options' ? (
          <p className={css.hint}>A column of this type has no settings.</p>
        ) : null}
        {retyped ? <RetypePreview plan={plan} /> : null}
        {loaded ? null : (
          <p className={css.hint}>The column is still loading: it can be saved in a moment.</p>
        )}
      </form>
    </Dialog>
  );
}
