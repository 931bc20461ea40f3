import { Check, ChevronRight } from 'lucide-react';
import { Menu as Radix } from 'radix-ui/internal';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { floatingHome } from './floating-home.ts';
import { Kbd } from './kbd.tsx';
import type { MenuEntry, MenuPlace } from './menu.tsx';
import css from './menu.module.css';

type Choose = (entry: Extract<MenuEntry, { kind: 'item' }>) => void;

function Item({ entry, choose }: { entry: Extract<MenuEntry, { kind: 'item' }>; choose: Choose }) {
  const shared = {
    className: css.item,
    disabled: entry.disabled ?? false,
    onSelect(event: Event) {
      if (entry.stay) event.preventDefault();
      choose(entry);
    },
  };
  const inside = (
    <>
      {entry.icon}
      <span className={css.text}>{entry.label}</span>
      {entry.keys ? <Kbd keys={entry.keys} /> : null}
    </>
  );
  if (entry.checked === undefined) {
    return (
      <Radix.Item {...shared} data-tone={entry.tone}>
        {inside}
      </Radix.Item>
    );
  }
  return (
    <Radix.CheckboxItem {...shared} checked={entry.checked}>
      <span className={css.tick}>
        <Radix.ItemIndicator>
          <Check size={14} aria-hidden />
        </Radix.ItemIndicator>
      </span>
      {inside}
    </Radix.CheckboxItem>
  );
}

function Entry({ entry, choose }: { entry: MenuEntry; choose: Choose }) {
  if (entry.kind === 'separator') return <Radix.Separator className={css.separator} />;
  if (entry.kind === 'label') return <Radix.Label className={css.label}>{entry.label}</Radix.Label>;
  if (entry.kind === 'item') return <Item entry={entry} choose={choose} />;
  return (
    <Radix.Sub>
      <Radix.SubTrigger className={css.item}>
        {entry.icon}
        <span className={css.text}>{entry.label}</span>
        <ChevronRight size={14} aria-hidden />
      </Radix.SubTrigger>
      <Radix.Portal container={floatingHome()}>
        <Radix.SubContent className={css.menu} sideOffset={2} alignOffset={-4} collisionPadding={8}>
          <Entries entries={entry.entries} choose={choose} />
        </Radix.SubContent>
      </Radix.Portal>
    </Radix.Sub>
  );
}

function Entries({ entries, choose }: { entries: MenuEntry[]; choose: Choose }) {
  // A menu is written anew each time it opens: its lines have no other identity than their place.
  return entries.map((entry, at) => <Entry key={at} entry={entry} choose={choose} />);
}

/** An open menu beside its anchor; loaded when the page is first touched. */
export function MenuContent(
  props: Required<MenuPlace> & {
    entries: MenuEntry[];
    anchor: RefObject<{ getBoundingClientRect(): DOMRect } | null>;
    focusFirst: boolean;
    onClose(): void;
    returnFocus(): void;
  },
) {
  const content = useRef<HTMLDivElement>(null);
  const wentElsewhere = useRef(false);
  const chosen = useRef<() => void>(undefined);
  const [container] = useState(floatingHome);
  const { focusFirst } = props;
  useEffect(() => {
    if (!focusFirst) return;
    content.current?.querySelector<HTMLElement>('[role^="menuitem"]:not([data-disabled])')?.focus();
  }, [focusFirst]);
  return (
    <Radix.Root open modal={false} onOpenChange={props.onClose}>
      <Radix.Anchor virtualRef={props.anchor} />
      <Radix.Portal container={container}>
        <Radix.Content
          ref={content}
          className={css.menu}
          align={props.align}
          side={props.side}
          sideOffset={4}
          collisionPadding={8}
          loop
          onPointerDownOutside={(event) => {
            // The trigger closes the menu by itself; closing here as well would open it again.
            const { current } = props.anchor;
            if (current instanceof Node && event.target instanceof Node && current.contains(event.target)) {
              event.preventDefault();
            }
          }}
          onInteractOutside={() => {
            wentElsewhere.current = true;
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            // A press on something else has taken the focus there, and means to.
            if (!wentElsewhere.current || document.activeElement === document.body) props.returnFocus();
            // After the focus is back, so that a dialog opened here gives it back to the same place.
            chosen.current?.();
          }}
        >
          <Entries
            entries={props.entries}
            choose={(entry) => {
              if (entry.stay) entry.onSelect();
              else chosen.current = entry.onSelect;
            }}
          />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
