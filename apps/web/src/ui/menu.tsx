import { Check, ChevronRight } from 'lucide-react';
import { ContextMenu, DropdownMenu } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import { Kbd } from './kbd.tsx';
import css from './menu.module.css';

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
      onSelect(): void;
    }
  | { kind: 'submenu'; label: string; icon?: ReactNode; entries: MenuEntry[] };

type Parts = typeof DropdownMenu | typeof ContextMenu;

function Entries({ entries, parts: P }: { entries: MenuEntry[]; parts: Parts }) {
  return entries.map((entry, at) => {
    if (entry.kind === 'separator') return <P.Separator key={at} className={css.separator} />;
    if (entry.kind === 'label') {
      return (
        <P.Label key={at} className={css.label}>
          {entry.label}
        </P.Label>
      );
    }
    if (entry.kind === 'submenu') {
      return (
        <P.Sub key={at}>
          <P.SubTrigger className={css.item}>
            {entry.icon}
            <span className={css.text}>{entry.label}</span>
            <ChevronRight size={14} aria-hidden />
          </P.SubTrigger>
          <P.Portal>
            <P.SubContent className={css.menu} sideOffset={2} alignOffset={-4} collisionPadding={8}>
              <Entries entries={entry.entries} parts={P} />
            </P.SubContent>
          </P.Portal>
        </P.Sub>
      );
    }
    const onSelect = (event: Event) => {
      if (entry.stay) event.preventDefault();
      entry.onSelect();
    };
    const inside = (
      <>
        {entry.icon}
        <span className={css.text}>{entry.label}</span>
        {entry.keys ? <Kbd keys={entry.keys} /> : null}
      </>
    );
    if (entry.checked !== undefined) {
      return (
        <P.CheckboxItem
          key={at}
          className={css.item}
          checked={entry.checked}
          disabled={entry.disabled ?? false}
          onSelect={onSelect}
        >
          <span className={css.tick}>
            <P.ItemIndicator>
              <Check size={14} aria-hidden />
            </P.ItemIndicator>
          </span>
          {inside}
        </P.CheckboxItem>
      );
    }
    return (
      <P.Item
        key={at}
        className={css.item}
        data-tone={entry.tone}
        disabled={entry.disabled ?? false}
        onSelect={onSelect}
      >
        {inside}
      </P.Item>
    );
  });
}

/** A menu under a button. `children` is the button. */
export function Menu(props: {
  entries: MenuEntry[];
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'right' | 'bottom' | 'left';
  children: ReactElement;
}) {
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>{props.children}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className={css.menu}
          align={props.align ?? 'start'}
          side={props.side ?? 'bottom'}
          sideOffset={4}
          collisionPadding={8}
        >
          <Entries entries={props.entries} parts={DropdownMenu} />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

/** A menu at the pointer, or at the focused element with the menu key. `children` is the area. */
export function ContextMenuArea(props: { entries: MenuEntry[]; children: ReactElement }) {
  return (
    <ContextMenu.Root>
      <ContextMenu.Trigger asChild>{props.children}</ContextMenu.Trigger>
      <ContextMenu.Portal>
        <ContextMenu.Content className={css.menu} collisionPadding={8}>
          <Entries entries={props.entries} parts={ContextMenu} />
        </ContextMenu.Content>
      </ContextMenu.Portal>
    </ContextMenu.Root>
  );
}
