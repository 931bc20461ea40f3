import { Tooltip as Radix } from 'radix-ui';
import type { ReactElement } from 'react';
import { Kbd } from './kbd.tsx';
import css from './tooltip.module.css';

/** Once at the root: after one tooltip has shown, its neighbours show at once. */
export const TooltipProvider = Radix.Provider;

/**
 * A short name that appears on hover and on keyboard focus. It repeats what the trigger's accessible
 * name says already, so nothing is lost on touch.
 */
export function Tooltip(props: {
  label: string;
  keys?: string | undefined;
  side?: 'top' | 'right' | 'bottom' | 'left';
  children: ReactElement;
}) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{props.children}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content className={css.tip} side={props.side ?? 'bottom'} sideOffset={6} collisionPadding={8}>
          {props.label}
          {props.keys ? <Kbd keys={props.keys} /> : null}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
