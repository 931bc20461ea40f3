import { AlertDialog as Radix } from 'radix-ui';
import { type ReactNode, useState } from 'react';
import { Button } from './button.tsx';
import { Field, Input } from './field.tsx';
import css from './dialog.module.css';

export type ConfirmProps = {
  open: boolean;
  onOpenChange(open: boolean): void;
  title: string;
  /** What will happen, in words; what is kept and whether it can be undone. */
  children: ReactNode;
  action: string;
  tone?: 'danger' | 'primary';
  busy?: boolean;
  /** Asks that this word be typed first: for what cannot be undone. */
  typed?: string;
  onConfirm(): void;
};

/** Asks before something with consequences. The safe answer has the focus; Escape is no. */
export function Confirm({ tone = 'danger', busy = false, ...props }: ConfirmProps) {
  const [text, setText] = useState('');
  const ready = props.typed === undefined || text.trim() === props.typed;
  return (
    <Radix.Root open={props.open} onOpenChange={props.onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={css.scrim}>
          <Radix.Content className={css.dialog} data-size="s">
            <header className={css.head}>
              <Radix.Title className={css.title}>{props.title}</Radix.Title>
            </header>
            <div className={css.body}>
              <Radix.Description asChild>
                <div className={css.description}>{props.children}</div>
              </Radix.Description>
              {props.typed === undefined ? null : (
                <Field label={`Type “${props.typed}” to go on`}>
                  <Input value={text} onChange={(event) => setText(event.target.value)} autoComplete="off" />
                </Field>
              )}
            </div>
            <footer className={css.foot}>
              <Radix.Cancel asChild>
                <Button>Cancel</Button>
              </Radix.Cancel>
              <Button variant={tone} busy={busy} disabled={!ready} onClick={props.onConfirm}>
                {props.action}
              </Button>
            </footer>
          </Radix.Content>
        </Radix.Overlay>
      </Radix.Portal>
    </Radix.Root>
  );
}
