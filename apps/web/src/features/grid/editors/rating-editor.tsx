import { Star } from 'lucide-react';
import { useState } from 'react';
import { leaveFor } from './leave-keys.ts';
import type { EditorProps } from './types.ts';
import { useFocus } from './use-focus.ts';

/** Stars: a digit, the arrows, or a click. */
export function RatingEditor(props: EditorProps) {
  const max = props.column.options.max ?? 5;
  const [value, setValue] = useState(typeof props.value === 'number' ? props.value : 0);
  const box = useFocus<HTMLDivElement>();
  const set = (to: number) => setValue(Math.max(0, Math.min(max, to)));
  return (
    <div
      ref={box}
      className="g-input g-rating"
      role="slider"
      tabIndex={0}
      aria-label={props.column.name}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={value}
      onKeyDown={(event) => {
        if (/^[0-9]$/.test(event.key)) set(Number(event.key));
        else if (event.key === 'ArrowRight' || event.key === 'ArrowUp') set(value + 1);
        else if (event.key === 'ArrowLeft' || event.key === 'ArrowDown') set(value - 1);
        else {
          const leave = leaveFor(event);
          if (leave === 'cancel') props.close('stay');
          else if (leave) props.submitValue(value === 0 ? null : value, leave);
          else return;
        }
        event.preventDefault();
        event.stopPropagation();
      }}
      onBlur={() => props.submitValue(value === 0 ? null : value, 'stay')}
    >
      {Array.from({ length: max }, (_, i) => (
        <button
          key={i}
          type="button"
          tabIndex={-1}
          aria-label={`${i + 1} of ${max}`}
          data-on={i < value || undefined}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => props.submitValue(i + 1 === value ? null : i + 1, 'stay')}
        >
          <Star size={16} aria-hidden />
        </button>
      ))}
    </div>
  );
}
