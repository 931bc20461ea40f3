import { X } from 'lucide-react';
import { Toast as Radix } from 'radix-ui';
import { useSyncExternalStore } from 'react';
import { IconButton } from './icon-button.tsx';
import { dismissToast, subscribeToasts, toasts } from './toasts.ts';
import css from './toast.module.css';

/** Shows what `toast()` says. F8 moves the focus there; a notice waits while hovered or focused. */
export function ToastStack() {
  const shown = useSyncExternalStore(subscribeToasts, toasts);
  return (
    <Radix.Provider label="Notice" swipeDirection="right">
      {shown.map((item) => (
        <Radix.Root
          key={item.id}
          className={css.toast}
          data-tone={item.tone}
          duration={item.undo || item.tone === 'danger' ? 10_000 : 5_000}
          type={item.tone === 'danger' ? 'foreground' : 'background'}
          onOpenChange={(open) => {
            if (!open) dismissToast(item.id);
          }}
        >
          <div className={css.words}>
            <Radix.Title className={css.title}>{item.title}</Radix.Title>
            {item.detail ? <Radix.Description className={css.detail}>{item.detail}</Radix.Description> : null}
          </div>
          {item.undo ? (
            <Radix.Action className={css.undo} altText="Undo" onClick={item.undo}>
              Undo
            </Radix.Action>
          ) : null}
          <Radix.Close asChild>
            <IconButton label="Dismiss" size="s" icon={<X size={14} aria-hidden />} />
          </Radix.Close>
        </Radix.Root>
      ))}
      <Radix.Viewport className={css.viewport} />
    </Radix.Provider>
  );
}
