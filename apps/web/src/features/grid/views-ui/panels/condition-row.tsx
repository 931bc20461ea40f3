import { isActive } from '@crm/grid/views';
import { kindOf } from '@crm/grid/columns';
import type { Column, FilterCondition, FilterGroup, FilterOperator } from '@crm/shared';
import { CircleDashed, X } from 'lucide-react';
import { useId } from 'react';
import { Select } from '../../../../ui/field.tsx';
import { IconButton } from '../../../../ui/icon-button.tsx';
import type { GridModel } from '../../model/grid-model.ts';
import { withColumn, withOperator } from '../words/condition.ts';
import { operatorWords } from '../words/operators.ts';
import { ColumnPicker } from './column-picker.tsx';
import css from './filter-panel.module.css';
import { ValueEditor } from './value-editor.tsx';

/** One condition of the filter. Only the second row chooses between *and* and *or*: it counts for all. */
export function ConditionRow(props: {
  model: GridModel;
  columns: readonly Column[];
  condition: FilterCondition;
  at: number;
  conjunction: FilterGroup['conjunction'];
  onConjunction(to: FilterGroup['conjunction']): void;
  onChange(to: FilterCondition): void;
  onRemove(): void;
}) {
  const { model, condition, at, conjunction } = props;
  const note = useId();
  const column = props.columns.find((one) => one.id === condition.col);
  const active = isActive(condition, model.view, model.context());
  const operators = column ? kindOf(column.type).filterOperators : [];
  const offered = operators.includes(condition.op);
  const name = `Condition ${at + 1}`;
  const why = column ? 'Not applied yet: it has no value' : 'Not applied: its column was deleted';
  return (
    <div className={css.row} role="group" aria-label={name} data-inactive={!active || undefined}>
      <div className={css.conjunction}>
        {at === 0 ? <span>Where</span> : null}
        {at === 1 ? (
          <Select
            aria-label="Rows must meet"
            value={conjunction}
            onChange={(event) => props.onConjunction(event.target.value === 'or' ? 'or' : 'and')}
          >
            <option value="and">and</option>
            <option value="or">or</option>
          </Select>
        ) : null}
        {at > 1 ? <span>{conjunction}</span> : null}
      </div>
      <div className={css.column}>
        <ColumnPicker
          label="Column"
          columns={props.columns}
          chosen={condition.col}
          onChange={(to) => props.onChange(withColumn(condition, column, to))}
        />
      </div>
      {column ? (
        <>
          <div className={css.operator}>
            <Select
              aria-label="Operator"
              value={offered ? condition.op : ''}
              onChange={(event) => {
                const op = operators.find((one) => one === event.target.value);
                if (op) props.onChange(withOperator(condition, column, op));
              }}
            >
              {offered ? null : <option value="">Choose</option>}
              {operators.map((op: FilterOperator) => (
                <option key={op} value={op}>
                  {operatorWords(column.type, op)}
                </option>
              ))}
            </Select>
          </div>
          <div className={css.value}>
            <ValueEditor
              key={`${condition.col} ${condition.op}`}
              model={model}
              column={column}
              condition={condition}
              describedBy={active ? undefined : note}
              onChange={(value) => props.onChange({ ...condition, value })}
            />
          </div>
        </>
      ) : null}
      <span className={css.state}>
        {active ? null : (
          <span id={note} role="img" aria-label={why} data-tip={why}>
            <CircleDashed size={14} aria-hidden />
          </span>
        )}
      </span>
      <IconButton
        className={css.remove}
        size="s"
        label={`Remove condition ${at + 1}`}
        icon={<X size={14} aria-hidden />}
        onClick={props.onRemove}
      />
    </div>
  );
}
