import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx.ts';
import { Spinner } from './progress.tsx';
import css from './button.module.css';

export type ButtonProps = ComponentProps<'button'> & {
  /** One primary per view; quiet for toolbars; danger only where something is lost. */
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger';
  size?: 'm' | 's';
  /** Something is under way: the button keeps its width and its focus, and takes no clicks. */
  busy?: boolean;
  icon?: ReactNode;
};

/** A button with words. */
export function Button({
  variant = 'secondary',
  size = 'm',
  busy = false,
  icon,
  children,
  className,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={cx(css.button, css[variant], size === 's' && css.small, className)}
      aria-busy={busy || undefined}
      aria-disabled={busy || rest['aria-disabled']}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {busy ? <Spinner /> : icon}
      {children}
    </button>
  );
}
