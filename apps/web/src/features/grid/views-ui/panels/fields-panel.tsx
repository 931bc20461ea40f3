import { kindOf } from '@crm/grid/columns';
import { type Column, type ColumnId, type ViewConfig } from '@crm/shared';
import { useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Field, Input, Select } from '../../../../ui/field.tsx';
import { KindIcon } from '../../header/kind-icon.tsx';
import type { GridModel } from '../../model/grid-model.ts';
import { useSignal } from '../../model/signal.ts';
import { anchorColumn, frozenWords, hiddenCount, moved, namesMatch, withHidden } from '../words/fields.ts';
import { Grip } from './grip.tsx';
import css from './rows.module.css';
import { useOrderedColumns } from './use-columns.ts';
import { useReorder } from './use-reorder.ts';

const MOST_FROZEN = 10;

/** Which columns a view shows, in which order, and how many stay in place. */
export function FieldsPanel({ model }: { model: GridModel }) {
  const config = useSignal(model.config);
  const columns = useOrderedColumns(model, config.order);
  const [typed, setTyped] = useState('');
  const searching = typed.trim() !== '';
  const found = searching ? columns.filter((column) => namesMatch(column.name, typed)) : columns;
  const hidden = new Set(config.hidden);
  const anchor = anchorColumn(columns);
  const set = (to: ViewConfig) => model.configure(to);
  const hide = (ids: readonly ColumnId[], to: boolean) =>
    set(withHidden(model.config.get(), columns, ids, to));
  const ids = found.map((column) => column.id);
  const reorder = useReorder(columns, (from, to) =>
    set({ ...model.config.get(), order: moved(columns, from, to).map((column) => column.id) }),
  );
  return (
    <div className={css.panel}>
      <Input
        type="search"
        aria-label="Find a field"
        placeholder="Find a field"
        value={typed}
        maxLength={200}
        onChange={(event) => setTyped(event.target.value)}
      />
      {found.length === 0 ? <p className={css.empty}>No field is called “{typed.trim()}”.</p> : null}
      <ul className={css.fields} aria-label="Fields" {...reorder.list}>
        {found.map((column, at) => (
          <li key={column.id} className={css.fieldRow} {...(searching ? {} : reorder.item(at))}>
            {searching ? null : <Grip name={column.name} {...reorder.grip(at)} />}
            <FieldToggle
              column={column}
              shown={!hidden.has(column.id)}
              fixed={column.id === anchor}
              onChange={(shown) => hide([column.id], !shown)}
            />
          </li>
        ))}
      </ul>
      <footer className={css.foot}>
        <Button size="s" onClick={() => hide(ids, true)}>
          {searching ? 'Hide found' : 'Hide all'}
        </Button>
        <Button size="s" onClick={() => hide(ids, false)}>
          {searching ? 'Show found' : 'Show all'}
        </Button>
        <span className={css.words} role="status">
          {hiddenCount(config, columns)} hidden
        </span>
      </footer>
      <Field label="Freeze" className={css.freeze}>
        <Select
          value={config.frozen}
          onChange={(event) => set({ ...model.config.get(), frozen: Number(event.target.value) })}
        >
          {Array.from({ length: Math.min(MOST_FROZEN, columns.length) + 1 }, (_, count) => (
            <option key={count} value={count}>
              {frozenWords(count)}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}

function FieldToggle(props: {
  column: Column;
  shown: boolean;
  /** Always shown. */
  fixed: boolean;
  onChange(shown: boolean): void;
}) {
  const { column, fixed } = props;
  const kind = kindOf(column.type);
  return (
    <label
      className={css.toggle}
      data-tip={fixed ? 'Always shown, so that every row has its name' : undefined}
    >
      <KindIcon name={kind.icon} label={kind.label} />
      <span className={css.name}>{column.name}</span>
      <input
        type="checkbox"
        role="switch"
        className={css.switch}
        checked={props.shown || fixed}
        aria-checked={props.shown || fixed}
        disabled={fixed}
        onChange={(event) => props.onChange(event.target.checked)}
      />
    </label>
  );
}
