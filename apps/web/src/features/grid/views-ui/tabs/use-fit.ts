import type { View } from '@crm/shared';
import { type RefObject, useLayoutEffect, useState } from 'react';
import { fitTabs } from './fit-tabs.ts';
import { tabWidth } from './tab-width.ts';

/**
 * Indexes of the views whose tabs have room in `row`, beside `beside` CSS pixels of other things; `more` is the button of
 * the menu that holds the others.
 */
export function useFit(
  row: RefObject<HTMLElement | null>,
  views: readonly View[],
  current: number,
  beside: number,
  more: number,
): readonly number[] {
  const [room, setRoom] = useState(Infinity);
  useLayoutEffect(() => {
    const element = row.current;
    if (!element) return undefined;
    // Told once at the start too, before the first paint.
    const observer = new ResizeObserver(() => setRoom(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, [row]);
  return fitTabs(
    views.map((view) => tabWidth(view)),
    current,
    room - beside,
    more,
  );
}
