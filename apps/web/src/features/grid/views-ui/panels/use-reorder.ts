import { type KeyboardEvent, type PointerEvent, useLayoutEffect, useRef, useState } from 'react';
import { announce } from '../../../../ui/announce.ts';

/** Within so many pixels of the list's edge it scrolls while something is dragged. */
const EDGE = 28;

type Item = { readonly id: string; readonly name: string };

/**
 * Moves the items of a list: by its grip with the pointer, or with Alt and an arrow anywhere in the item. Spread `list`
 * on the scrolling list, `item(i)` on each item, `grip(i)` on its grip.
 */
export function useReorder(items: readonly Item[], onMove: (from: number, to: number) => void) {
  const list = useRef<HTMLUListElement>(null);
  const [drag, setDrag] = useState<{ from: number; to: number } | null>(null);
  const refocus = useRef<string>(undefined);

  // Moving an element takes the focus from what is in it.
  useLayoutEffect(() => {
    const id = refocus.current;
    refocus.current = undefined;
    if (id === undefined) return;
    const at = items.findIndex((item) => item.id === id);
    list.current?.children[at]?.querySelector<HTMLElement>('[data-grip]')?.focus();
  }, [items]);

  const move = (from: number, to: number) => {
    const item = items[from];
    if (!item || to < 0 || to >= items.length || to === from) return;
    onMove(from, to);
    announce(`${item.name}: place ${to + 1} of ${items.length}`);
  };
  /** The place that the pointer asks for: before the first item whose middle is below it. */
  const placeAt = (y: number, from: number) => {
    const rows = [...(list.current?.children ?? [])];
    const before = rows.findIndex((row) => {
      const { top, height } = row.getBoundingClientRect();
      return y < top + height / 2;
    });
    const gap = before < 0 ? rows.length : before;
    return gap > from ? gap - 1 : gap;
  };
  return {
    list: { ref: list },
    item: (at: number) => ({
      'data-dragged': drag?.from === at || undefined,
      'data-drop':
        !drag || drag.to !== at || drag.from === at ? undefined : drag.to > drag.from ? 'below' : 'above',
      onKeyDown(event: KeyboardEvent) {
        if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
        event.preventDefault();
        refocus.current = items[at]?.id;
        move(at, event.key === 'ArrowUp' ? at - 1 : at + 1);
      },
    }),
    grip: (at: number) => ({
      'data-grip': true,
      onPointerDown(event: PointerEvent<HTMLElement>) {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setDrag({ from: at, to: at });
      },
      onPointerMove(event: PointerEvent<HTMLElement>) {
        if (!drag) return;
        const box = list.current?.getBoundingClientRect();
        if (box && event.clientY < box.top + EDGE) list.current?.scrollBy(0, -8);
        if (box && event.clientY > box.bottom - EDGE) list.current?.scrollBy(0, 8);
        setDrag({ from: drag.from, to: placeAt(event.clientY, drag.from) });
      },
      onPointerUp() {
        setDrag(null);
        if (drag) move(drag.from, drag.to);
      },
      onPointerCancel: () => setDrag(null),
    }),
  };
}
