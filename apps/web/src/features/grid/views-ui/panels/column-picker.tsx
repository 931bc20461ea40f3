import { kindOf } from '@crm/grid/columns';
import type { Column, ColumnId } from '@crm/shared';
import type { ReactNode } from 'react';
import { KindIcon } from '../../header/kind-icon.tsx';
import { Picker } from './picker.tsx';

/** Chooses a column by name. `columns` in the view's order; `trigger` shows another button than the chosen column. */
export function ColumnPicker(props: {
  label: string;
  columns: readonly Column[];
  chosen: ColumnId | null;
  trigger?: ReactNode;
  onChange(column: Column): void;
}) {
  return (
    <Picker
      label={props.label}
      options={props.columns.map((column) => ({
        id: column.id,
        label: column.name,
        icon: <KindIcon name={kindOf(column.type).icon} label={kindOf(column.type).label} />,
      }))}
      chosen={props.chosen ? [props.chosen] : []}
      placeholder="Choose a column"
      goneLabel="Removed column"
      trigger={props.trigger}
      onChange={([id]) => {
        const column = props.columns.find((one) => one.id === id);
        if (column) props.onChange(column);
      }}
    />
  );
}
