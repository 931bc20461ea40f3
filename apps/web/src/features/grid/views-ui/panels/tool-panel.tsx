import { X } from 'lucide-react';
import { Dialog, Popover } from 'radix-ui';
import { type ReactNode, type RefObject, useState } from 'react';
import { IconButton } from '../../../../ui/icon-button.tsx';
import css from './tool-panel.module.css';
import { useNarrow } from './use-narrow.ts';

export type ToolPanelProps = {
  title: string;
  anchor: RefObject<HTMLElement | null>;
  /** CSS pixels; on a narrow window the panel is as wide as the window. */
  width: number;
  onClose(): void;
  children: ReactNode;
};

/** A panel under its button, or on a narrow window a sheet from below. Escape and a press elsewhere close it. */
export function ToolPanel(props: ToolPanelProps) {
  const [before] = useState(() => document.activeElement);
  const { anchor, onClose } = props;
  const narrow = useNarrow();
  const shared = {
    onInteractOutside(event: Event) {
      // Its button closes it by itself; closing here as well would open it again.
      if (event.target instanceof Node && anchor.current?.contains(event.target)) event.preventDefault();
    },
    onCloseAutoFocus(event: Event) {
      event.preventDefault();
      const lost = document.activeElement === document.body || document.activeElement === null;
      const target = before instanceof HTMLElement && before.isConnected ? before : anchor.current;
      if (lost) target?.focus({ preventScroll: true });
    },
  };
  if (narrow) {
    return (
      <Dialog.Root open modal={false} onOpenChange={onClose}>
        <Dialog.Portal>
          <div className={css.scrim} aria-hidden="true" />
          <Dialog.Content className={css.sheet} aria-describedby={undefined} {...shared}>
            <header className={css.head}>
              <Dialog.Title className={css.title}>{props.title}</Dialog.Title>
              <Dialog.Close asChild>
                <IconButton label="Close" size="s" icon={<X size={16} aria-hidden />} />
              </Dialog.Close>
            </header>
            {props.children}
          </Dialog.Content>
        </Dialog.Portal>
      </Dialog.Root>
    );
  }
  return (
    <Popover.Root open onOpenChange={onClose}>
      <Popover.Anchor virtualRef={anchor} />
      <Popover.Portal>
        <Popover.Content
          className={css.panel}
          style={{ width: props.width }}
          aria-label={props.title}
          align="start"
          sideOffset={6}
          collisionPadding={8}
          {...shared}
        >
          {props.children}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
