import { isActive } from '@crm/grid/views';
import type { FilterCondition, FilterGroup } from '@crm/shared';
import { ListFilter, Plus } from 'lucide-react';
import { useRef } from 'react';
import { Button } from '../../../../ui/button.tsx';
import type { GridModel } from '../../model/grid-model.ts';
import { useSignal } from '../../model/signal.ts';
import { newCondition } from '../words/condition.ts';
import { ColumnPicker } from './column-picker.tsx';
import { ConditionRow } from './condition-row.tsx';
import css from './filter-panel.module.css';
import { useOrderedColumns } from './use-columns.ts';

const MOST = 50;

/** The rows a view shows: conditions that all or any of must hold. Changes show at once. */
export function FilterPanel({ model }: { model: GridModel }) {
  const config = useSignal(model.config);
  const columns = useOrderedColumns(model, config.order);
  const list = useRef<HTMLDivElement>(null);
  const { conjunction, conditions } = config.filter;
  const set = (filter: FilterGroup) => model.configure({ ...model.config.get(), filter });
  const setConditions = (to: readonly FilterCondition[]) =>
    set({ ...model.config.get().filter, conditions: [...to] });
  const change = (at: number, to: FilterCondition) =>
    setConditions(model.config.get().filter.conditions.map((one, i) => (i === at ? to : one)));
  const remove = (at: number) => {
    setConditions(conditions.filter((_, i) => i !== at));
    // The focus goes on to the row that took its place, or to the end of the panel.
    requestAnimationFrame(() => {
      const rows = list.current?.querySelectorAll<HTMLElement>('[role="group"]') ?? [];
      const row = rows[Math.min(at, rows.length - 1)];
      (row ?? list.current?.parentElement)?.querySelector<HTMLElement>('button')?.focus();
    });
  };
  return (
    <div className={css.panel}>
      {conditions.length === 0 ? (
        <p className={css.empty}>
          <ListFilter size={16} aria-hidden />
          No conditions yet: every investor is shown.
        </p>
      ) : null}
      <div className={css.rows} ref={list}>
        {conditions.map((condition, at) => (
          // Conditions have no identity but their place, and two may be alike.
          <ConditionRow
            key={at}
            model={model}
            columns={columns}
            condition={condition}
            at={at}
            conjunction={conjunction}
            onConjunction={(to) => set({ ...model.config.get().filter, conjunction: to })}
            onChange={(to) => change(at, to)}
            onRemove={() => remove(at)}
          />
        ))}
      </div>
      <footer className={css.foot}>
        {conditions.length < MOST ? (
          <ColumnPicker
            label="Add a condition on a column"
            columns={columns}
            chosen={null}
            trigger={
              <span className={css.add}>
                <Plus size={14} aria-hidden />
                Add a condition
              </span>
            }
            onChange={(column) => setConditions([...conditions, newCondition(column)])}
          />
        ) : (
          <span className={css.note}>A filter has at most {MOST} conditions.</span>
        )}
        <ResultCount model={model} conditions={conditions} />
        {conditions.length > 0 ? (
          <Button variant="quiet" size="s" onClick={() => setConditions([])}>
            Clear all
          </Button>
        ) : null}
      </footer>
    </div>
  );
}

/** How many rows the view shows just now, and how many conditions say nothing yet. */
function ResultCount({ model, conditions }: { model: GridModel; conditions: readonly FilterCondition[] }) {
  useSignal(model.rowsVersion);
  const shown = model.rowCount();
  const all = liveRows(model);
  const ctx = model.context();
  const idle = conditions.filter((condition) => !isActive(condition, model.view, ctx)).length;
  return (
    <span className={css.count} role="status">
      {idle > 0 ? <span className={css.waiting}>{idle} not applied yet · </span> : null}
      {shown === all
        ? `${all.toLocaleString()} ${all === 1 ? 'investor' : 'investors'}`
        : `${shown.toLocaleString()} of ${all.toLocaleString()} investors`}
    </span>
  );
}

function liveRows({ view }: GridModel): number {
  let count = 0;
  for (let slot = 0; slot < view.slotCount; slot += 1) if (view.isLive(slot)) count += 1;
  return count;
}
