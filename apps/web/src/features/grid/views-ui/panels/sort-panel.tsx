import type { Column, SortKey } from '@crm/shared';
import { ArrowDownUp, Plus, X } from 'lucide-react';
import { Button } from '../../../../ui/button.tsx';
import { Select } from '../../../../ui/field.tsx';
import { IconButton } from '../../../../ui/icon-button.tsx';
import type { GridModel } from '../../model/grid-model.ts';
import { useSignal } from '../../model/signal.ts';
import { moved } from '../words/fields.ts';
import { directionWords } from '../words/sorts.ts';
import { ColumnPicker } from './column-picker.tsx';
import { Grip } from './grip.tsx';
import css from './rows.module.css';
import { useOrderedColumns } from './use-columns.ts';
import { useReorder } from './use-reorder.ts';

const MOST = 20;

/** The order of the rows: the first key decides, the next ones where it leaves rows equal. */
export function SortPanel({ model }: { model: GridModel }) {
  const config = useSignal(model.config);
  const columns = useOrderedColumns(model, config.order);
  const byId = new Map(columns.map((column) => [column.id, column]));
  const { sorts } = config;
  const set = (to: SortKey[]) => model.configure({ ...model.config.get(), sorts: to });
  const nameOf = ({ col }: SortKey) => byId.get(col)?.name ?? 'a deleted column';
  const reorder = useReorder(
    sorts.map((key) => ({ id: key.col, name: nameOf(key) })),
    (from, to) => set(moved(sorts, from, to)),
  );
  const used = new Set(sorts.map((key) => key.col));
  const free = columns.filter((column) => !used.has(column.id));
  return (
    <div className={css.panel}>
      {sorts.length === 0 ? (
        <p className={css.empty}>
          <ArrowDownUp size={16} aria-hidden />
          No order of its own: rows stand as in the sheet.
        </p>
      ) : null}
      <ul className={css.keys} {...reorder.list}>
        {sorts.map((key, at) => (
          <li key={key.col} className={css.key} {...reorder.item(at)}>
            <Grip name={nameOf(key)} {...reorder.grip(at)} />
            <KeyRow
              sort={key}
              at={at}
              column={byId.get(key.col)}
              columns={columns.filter((column) => column.id === key.col || !used.has(column.id))}
              onChange={(to) => set(sorts.map((one, i) => (i === at ? to : one)))}
            />
            <IconButton
              size="s"
              label={`Do not sort by ${nameOf(key)}`}
              icon={<X size={14} aria-hidden />}
              onClick={() => set(sorts.filter((_, i) => i !== at))}
            />
          </li>
        ))}
      </ul>
      <footer className={css.foot}>
        {sorts.length < MOST && free.length > 0 ? (
          <ColumnPicker
            label={sorts.length === 0 ? 'Sort by a column' : 'Then by another column'}
            columns={free}
            chosen={null}
            trigger={
              <span className={css.add}>
                <Plus size={14} aria-hidden />
                {sorts.length === 0 ? 'Sort by' : 'Then by'}
              </span>
            }
            onChange={(column) => set([...sorts, { col: column.id, dir: 'asc' }])}
          />
        ) : null}
        <span className={css.words}>{sorts.length > 0 ? 'Empty cells stand last' : null}</span>
        {sorts.length > 0 ? (
          <Button variant="quiet" size="s" onClick={() => set([])}>
            Clear all
          </Button>
        ) : null}
      </footer>
    </div>
  );
}

function KeyRow(props: {
  sort: SortKey;
  at: number;
  column: Column | undefined;
  columns: readonly Column[];
  onChange(to: SortKey): void;
}) {
  const { sort, column } = props;
  return (
    <>
      <ColumnPicker
        label={`Sort key ${props.at + 1}`}
        columns={props.columns}
        chosen={sort.col}
        onChange={(to) => props.onChange({ ...sort, col: to.id })}
      />
      <Select
        aria-label={`Direction of sort key ${props.at + 1}`}
        value={sort.dir}
        disabled={!column}
        onChange={(event) => props.onChange({ ...sort, dir: event.target.value === 'desc' ? 'desc' : 'asc' })}
      >
        {(['asc', 'desc'] as const).map((dir) => (
          <option key={dir} value={dir}>
            {column ? directionWords(column.type, dir) : 'Not applied'}
          </option>
        ))}
      </Select>
    </>
  );
}
