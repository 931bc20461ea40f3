import { chipsOf } from '../../surface/chips.ts';
import { Badge } from '../../../../ui/badge.tsx';
import css from './fields.module.css';
import { type FieldProps, useCell } from './use-cell.ts';

/** What the program fills in. */
export function ReadOnlyField(props: FieldProps) {
  const { value, shown, model } = useCell(props);
  const chips = chipsOf(value, props.column, shown, model.context());
  return (
    <output id={props.id} className={css.readOnly}>
      {chips
        ? chips.map((chip) => (
            <Badge key={chip.text} hue={chip.hue ?? 'gray'}>
              {chip.text}
            </Badge>
          ))
        : shown}
    </output>
  );
}
