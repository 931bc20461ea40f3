import type { Hue } from '@crm/shared';
import { initials } from './initials.ts';
import css from './avatar.module.css';

/**
 * A person as two letters on their hue. Beside their name it is decoration; alone, pass `label` to name it.
 * `size` in pixels.
 */
export function Avatar(props: { name: string; hue: Hue; size?: number; label?: string }) {
  const size = props.size ?? 24;
  const naming = props.label ? { role: 'img', 'aria-label': props.label } : { 'aria-hidden': true };
  return (
    <span
      className={css.avatar}
      data-hue={props.hue}
      style={{ width: size, height: size, fontSize: Math.max(9, Math.round(size * 0.42)) }}
      {...naming}
    >
      {initials(props.name)}
    </span>
  );
}
