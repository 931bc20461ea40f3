import { Popover as Radix } from 'radix-ui';
import type { ReactNode, RefObject } from 'react';
import css from './popover.module.css';

/** An open popover beside its trigger; loaded when the page is first touched. */
export function PopoverContent(props: {
  label: string;
  anchor: RefObject<HTMLElement | null>;
  align: 'start' | 'center' | 'end';
  side: 'top' | 'right' | 'bottom' | 'left';
  onClose(): void;
  children: ReactNode;
}) {
  return (
    <Radix.Root open onOpenChange={props.onClose}>
      <Radix.Anchor virtualRef={props.anchor} />
      <Radix.Portal>
        <Radix.Content
          className={css.panel}
          aria-label={props.label}
          align={props.align}
          side={props.side}
          sideOffset={6}
          collisionPadding={8}
          onInteractOutside={(event) => {
            // The trigger closes it by itself; closing here as well would open it again.
            if (event.target instanceof Node && props.anchor.current?.contains(event.target)) {
              event.preventDefault();
            }
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            const lost = document.activeElement === document.body || document.activeElement === null;
            if (lost) props.anchor.current?.focus();
          }}
        >
          {props.children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
