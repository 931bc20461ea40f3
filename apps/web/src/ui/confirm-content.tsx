import { AlertDialog as Radix } from 'radix-ui';
import { useState } from 'react';
import { Button } from './button.tsx';
import type { ConfirmProps } from './confirm.tsx';
import { Field, Input } from './field.tsx';
import css from './dialog.module.css';
import { useReturnFocus } from './return-focus.ts';

/** What `Confirm` shows once it is open; loaded with the first question. */
export function ConfirmContent({ tone = 'danger', busy = false, ...props }: ConfirmProps) {
  const [text, setText] = useState('');
  const returnFocus = useReturnFocus();
  const ready = props.typed === undefined || text.trim() === props.typed;
  return (
    <Radix.Root open={props.open} onOpenChange={props.onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={css.scrim}>
          <Radix.Content className={css.dialog} data-size="s" onCloseAutoFocus={returnFocus}>
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
