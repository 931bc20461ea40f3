import { GripVertical } from 'lucide-react';
import type { ComponentProps } from 'react';
import css from './rows.module.css';

/** What an item of a list is dragged by; on the keyboard Alt with an arrow moves it. */
export function Grip({ name, ...rest }: ComponentProps<'button'> & { name: string }) {
  return (
    <button
      type="button"
      className={css.grip}
      aria-label={`Move ${name}`}
      aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
      data-tip="Drag, or Alt and an arrow"
      {...rest}
    >
      <GripVertical size={14} aria-hidden />
    </button>
  );
}
