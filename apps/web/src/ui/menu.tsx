import { Slot } from 'radix-ui';
import { lazy, type ReactElement, type ReactNode, Suspense, useRef, useState } from 'react';
import { onFirstTouch } from './warm.ts';

const MenuContent = lazy(
  onFirstTouch(() => import('./menu-content.tsx').then((part) => ({ default: part.MenuContent }))),
);

/** One line of a menu. A menu is data, so that the same list serves a button, a right click and the command palette. */
export type MenuEntry =
  | { kind: 'separator' }
  | { kind: 'label'; label: string }
  | {
      kind: 'item';
      label: string;
      icon?: ReactNode;
      keys?: string;
      /** Shown with a tick column; `undefined` means not a choice. */
      checked?: boolean;
      tone?: 'danger';
      disabled?: boolean;
      /** Keeps the menu open after a choice, for ticking several. */
      stay?: boolean;
      /** Called when the menu has closed and the focus is back. */
      onSelect(): void;
    }
  | { kind: 'submenu'; label: string; icon?: ReactNode; entries: MenuEntry[] };

export type MenuPlace = {
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'right' | 'bottom' | 'left';
};

/** A menu under a button. `children` is the button. */
export function Menu(props: MenuPlace & { entries: MenuEntry[]; children: ReactElement }) {
  const trigger = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState<false | 'pointer' | 'keys'>(false);
  return (
    <>
      <Slot.Root
        ref={trigger}
        aria-haspopup="menu"
        aria-expanded={open !== false}
        data-state={open ? 'open' : 'closed'}
        onClick={(event) => setOpen(open ? false : event.detail === 0 ? 'keys' : 'pointer')}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          setOpen('keys');
        }}
      >
        {props.children}
      </Slot.Root>
      {open ? (
        <Suspense fallback={null}>
          <MenuContent
            entries={props.entries}
            align={props.align ?? 'start'}
            side={props.side ?? 'bottom'}
            anchor={trigger}
            focusFirst={open === 'keys'}
            onClose={() => setOpen(false)}
            returnFocus={() => trigger.current?.focus()}
          />
        </Suspense>
      ) : null}
    </>
  );
}

/** A place on the screen, in CSS pixels of the viewport. */
export type Point = { x: number; y: number };

/**
 * A menu at a point, for right clicks and the menu key on things too many to wrap, such as cells. Shown while mounted.
 * `returnFocus` puts the focus back where it belongs before the chosen entry runs.
 */
export function MenuAt(props: {
  point: Point;
  entries: MenuEntry[];
  onClose(): void;
  returnFocus?(): void;
  /** Opened by a key: the first entry takes the focus. */
  byKeys?: boolean;
}) {
  const before = useRef(document.activeElement);
  const { x, y } = props.point;
  const anchor = useRef({ getBoundingClientRect: () => new DOMRect(x, y, 0, 0) });
  return (
    <Suspense fallback={null}>
      <MenuContent
        entries={props.entries}
        align="start"
        side="bottom"
        anchor={anchor}
        focusFirst={props.byKeys ?? false}
        onClose={props.onClose}
        returnFocus={() => {
          if (props.returnFocus) props.returnFocus();
          else if (before.current instanceof HTMLElement) before.current.focus();
        }}
      />
    </Suspense>
  );
}
