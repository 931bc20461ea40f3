import { useEffect, useRef, useSyncExternalStore } from 'react';

/** What the parts on screen offer just now, in the order in which they came. */
export type Registry<T> = {
  /** Offers entries while the component is mounted. The list may be made anew on each render. */
  useOffer(entries: readonly T[]): void;
  /** Everything offered, following changes. */
  useAll(): readonly T[];
  /** Everything offered now. */
  all(): readonly T[];
};

/** A list that components fill while they are mounted: shortcuts, commands. */
export function createRegistry<T>(): Registry<T> {
  const offers = new Map<symbol, readonly T[]>();
  const listeners = new Set<() => void>();
  let flat: readonly T[] = [];
  const change = () => {
    flat = [...offers.values()].flat();
    for (const listener of listeners) listener();
  };
  const all = () => flat;
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    all,
    useAll: () => useSyncExternalStore(subscribe, all),
    useOffer(entries) {
      const place = useRef<symbol>(undefined);
      // No dependency list: handlers made in a render close over that render's state, and must be replaced with it.
      useEffect(() => {
        place.current ??= Symbol('offer');
        offers.set(place.current, entries);
        change();
      });
      useEffect(
        () => () => {
          if (place.current) offers.delete(place.current);
          change();
        },
        [],
      );
    },
  };
}
