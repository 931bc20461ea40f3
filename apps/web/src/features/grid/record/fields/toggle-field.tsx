import css from './fields.module.css';
import { type FieldProps, useCell } from './use-cell.ts';

/** A box to tick. */
export function ToggleField(props: FieldProps) {
  const cell = useCell(props);
  return (
    <input
      id={props.id}
      type="checkbox"
      className={css.box}
      checked={cell.value === true}
      disabled={props.locked}
      aria-describedby={props.describedBy}
      onChange={(event) => cell.write(event.target.checked ? true : null)}
    />
  );
}
