import type { Column } from '@crm/shared';
import type { ColumnMapping } from '@crm/shared/contract/importing';
import { memo, useState } from 'react';
import { Select } from '../../../ui/field.tsx';
import type { TargetChoice } from './targets.ts';

/** Beyond this many options on the page, a select lists them when it is first touched. */
const MOST_OPTIONS = 4000;

/** Where a column of the file goes: a new column, a new fund, a column that is here, or nowhere. */
export const TargetSelect = memo(function TargetSelect(props: {
  label: string;
  mapping: ColumnMapping;
  columns: readonly Column[];
  /** How many such selects are on the page. */
  selects: number;
  invalid: boolean;
  describedBy: string | undefined;
  onChange(to: TargetChoice): void;
}) {
  const { mapping, columns } = props;
  const [touched, setTouched] = useState(false);
  const all = touched || columns.length * props.selects <= MOST_OPTIONS;
  const value = mapping.to === 'existing' ? mapping.col : mapping.to;
  const offered = all ? columns : columns.filter((column) => column.id === value);
  const known = mapping.to !== 'existing' || columns.some((column) => column.id === value);
  const touch = () => setTouched(true);
  return (
    <Select
      aria-label={props.label}
      aria-invalid={props.invalid || undefined}
      aria-describedby={props.describedBy}
      value={value}
      onFocus={touch}
      onPointerDown={touch}
      onChange={({ target }) => {
        const column = columns.find(({ id }) => id === target.value);
        if (column) props.onChange({ col: column.id });
        else if (target.value === 'new' || target.value === 'fund' || target.value === 'skip')
          props.onChange(target.value);
      }}
    >
      <option value="new">New column</option>
      <option value="fund">New fund</option>
      <option value="skip">Leave out</option>
      {known ? null : <option value={value}>A column that was deleted</option>}
      {columns.length > 0 ? (
        <optgroup label="A column of the sheet">
          {offered.map((column) => (
            <option key={column.id} value={column.id}>
              {column.name}
            </option>
          ))}
        </optgroup>
      ) : null}
    </Select>
  );
});
