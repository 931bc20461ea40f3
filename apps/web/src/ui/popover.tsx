import { Popover as Radix } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import css from './popover.module.css';

/** A small panel beside its trigger; not modal. `label` names it for assistive technology. */
export function Popover(props: {
  label: string;
  trigger: ReactElement;
  children: ReactNode;
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'right' | 'bottom' | 'left';
  open?: boolean;
  onOpenChange?(open: boolean): void;
}) {
  const control =
    props.open === undefined
      ? {}
      : { open: props.open, onOpenChange: (open: boolean) => props.onOpenChange?.(open) };
  return (
    <Radix.Root {...control}>
      <Radix.Trigger asChild>{props.trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          className={css.panel}
          aria-label={props.label}
          align={props.align ?? 'start'}
          side={props.side ?? 'bottom'}
          sideOffset={6}
          collisionPadding={8}
        >
          {props.children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** Closes the popover it stands in. `children` is the button. */
export function PopoverClose({ children }: { children: ReactElement }) {
  return <Radix.Close asChild>{children}</Radix.Close>;
}
