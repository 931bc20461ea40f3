import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { DialogProps } from './dialog.tsx';
import { IconButton } from './icon-button.tsx';
import css from './dialog.module.css';
import { useReturnFocus } from './return-focus.ts';

/** The first input takes the focus; a dialog without any takes it itself, so that no button is lit up unasked. */
function focusFirstInput(event: Event) {
  event.preventDefault();
  const { target } = event;
  if (!(target instanceof HTMLElement)) return;
  const input = target.querySelector<HTMLElement>('input:not([type="hidden"]), select, textarea');
  (input ?? target).focus();
}

/** What `Dialog` shows once it is open; loaded with the first dialog. */
export function DialogContent({
  open,
  onOpenChange,
  title,
  description,
  children,
  footer,
  size = 'm',
}: DialogProps) {
  const returnFocus = useReturnFocus();
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={css.scrim}>
          <Radix.Content
            className={css.dialog}
            data-size={size}
            tabIndex={-1}
            onOpenAutoFocus={focusFirstInput}
            onCloseAutoFocus={returnFocus}
            {...(description ? {} : { 'aria-describedby': undefined })}
          >
            <header className={css.head}>
              <div>
                <Radix.Title className={css.title}>{title}</Radix.Title>
                {description ? (
                  <Radix.Description className={css.description}>{description}</Radix.Description>
                ) : null}
              </div>
              <Radix.Close asChild>
                <IconButton label="Close" size="s" icon={<X size={16} aria-hidden />} />
              </Radix.Close>
            </header>
            {children ? <div className={css.body}>{children}</div> : null}
            {footer ? <footer className={css.foot}>{footer}</footer> : null}
          </Radix.Content>
        </Radix.Overlay>
      </Radix.Portal>
    </Radix.Root>
  );
}
