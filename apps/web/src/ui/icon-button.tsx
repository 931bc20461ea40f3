import type { ReactNode } from 'react';
import { Button, type ButtonProps } from './button.tsx';
import { cx } from './cx.ts';
import { Tooltip } from './tooltip.tsx';
import css from './icon-button.module.css';

export type IconButtonProps = Omit<ButtonProps, 'icon' | 'children' | 'aria-label'> & {
  /** Its name: read by assistive technology and shown as the tooltip. */
  label: string;
  icon: ReactNode;
  /** Keys as for `Kbd`, shown in the tooltip. */
  keys?: string;
};

/** A square button that shows only an icon. */
export function IconButton({
  label,
  icon,
  keys,
  variant = 'quiet',
  size = 'm',
  className,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip label={label} keys={keys}>
      <Button
        {...rest}
        variant={variant}
        size={size}
        icon={icon}
        aria-label={label}
        className={cx(css.square, size === 's' && css.small, className)}
      />
    </Tooltip>
  );
}
