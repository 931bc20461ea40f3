import { Slot } from 'radix-ui';
import type { ReactElement } from 'react';

/**
 * A short name that `TooltipLayer` shows on hover and on keyboard focus. It repeats what the trigger's accessible name
 * says already, so nothing is lost on touch. Anything may carry `data-tip` (and `data-tip-keys`, `data-tip-side`)
 * without this component: a tooltip costs nothing until it shows.
 */
export function Tooltip(props: {
  label: string;
  keys?: string | undefined;
  side?: 'top' | 'right' | 'bottom';
  children: ReactElement;
}) {
  return (
    <Slot.Root data-tip={props.label} data-tip-keys={props.keys} data-tip-side={props.side}>
      {props.children}
    </Slot.Root>
  );
}
