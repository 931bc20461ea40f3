import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { IconButton } from './icon-button.tsx';
import css from './dialog.module.css';

export type DialogProps = {
  open: boolean;
  onOpenChange(open: boolean): void;
  title: string;
  /** One sentence under the title. */
  description?: ReactNode;
  children?: ReactNode;
  /** Buttons at the end, the main one last. */
  footer?: ReactNode;
  size?: 's' | 'm' | 'l';
};

/** A modal dialog: focus stays inside, Escape closes, and focus returns to what opened it. */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  children,
  footer,
  size = 'm',
}: DialogProps) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={css.scrim}>
          <Radix.Content
            className={css.dialog}
            data-size={size}
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
