import { Star } from 'lucide-react';
import css from './fields.module.css';
import { type FieldProps, useCell } from './use-cell.ts';

/** Stars: the arrows or a digit set them, the same star again takes them away. */
export function RatingField(props: FieldProps) {
  const cell = useCell(props);
  const max = props.column.options.max ?? 5;
  const value = typeof cell.value === 'number' ? cell.value : 0;
  const set = (to: number) => {
    if (!props.locked) cell.write(to <= 0 ? null : Math.min(max, to));
  };
  return (
    <div
      id={props.id}
      className={css.stars}
      role="slider"
      tabIndex={0}
      aria-label={props.column.name}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={value}
      aria-valuetext={value === 0 ? 'No rating' : `${value} of ${max}`}
      aria-readonly={props.locked || undefined}
      aria-describedby={props.describedBy}
      onClick={(event) => {
        const { target } = event;
        const star =
          target instanceof Element ? target.closest<HTMLElement>('[data-star]')?.dataset.star : undefined;
        if (star) set(Number(star) === value ? 0 : Number(star));
      }}
      onKeyDown={(event) => {
        if (/^[0-9]$/.test(event.key)) set(Number(event.key));
        else if (event.key === 'ArrowRight' || event.key === 'ArrowUp') set(value + 1);
        else if (event.key === 'ArrowLeft' || event.key === 'ArrowDown') set(value - 1);
        else if (event.key === 'Backspace' || event.key === 'Delete') set(0);
        else return;
        event.preventDefault();
      }}
    >
      {Array.from({ length: max }, (_, at) => (
        <span key={at} className={css.star} data-star={at + 1} data-on={at < value || undefined}>
          <Star size={16} aria-hidden />
        </span>
      ))}
    </div>
  );
}
