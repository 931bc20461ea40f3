import { Slot } from 'radix-ui';
import { lazy, type ReactElement, type ReactNode, Suspense, useRef, useState } from 'react';
import { onFirstTouch } from './warm.ts';

const PopoverContent = lazy(
  onFirstTouch(() => import('./popover-content.tsx').then((part) => ({ default: part.PopoverContent }))),
);

/**
 * A small panel beside its trigger; not modal. `label` names it for assistive technology. `children` may be a function
 * that is given the way to close it.
 */
export function Popover(props: {
  label: string;
  trigger: ReactElement;
  children: ReactNode | ((close: () => void) => ReactNode);
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'right' | 'bottom' | 'left';
  open?: boolean;
  onOpenChange?(open: boolean): void;
}) {
  const trigger = useRef<HTMLButtonElement>(null);
  const [own, setOwn] = useState(false);
  const open = props.open ?? own;
  const change = (to: boolean) => {
    setOwn(to);
    props.onOpenChange?.(to);
  };
  return (
    <>
      <Slot.Root
        ref={trigger}
        aria-haspopup="dialog"
        aria-expanded={open}
        data-state={open ? 'open' : 'closed'}
        onClick={() => change(!open)}
      >
        {props.trigger}
      </Slot.Root>
      {open ? (
        <Suspense fallback={null}>
          <PopoverContent
            label={props.label}
            anchor={trigger}
            align={props.align ?? 'start'}
            side={props.side ?? 'bottom'}
            onClose={() => change(false)}
          >
            {typeof props.children === 'function' ? props.children(() => change(false)) : props.children}
          </PopoverContent>
        </Suspense>
      ) : null}
    </>
  );
}
