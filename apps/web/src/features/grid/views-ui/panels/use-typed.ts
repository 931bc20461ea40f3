import { useEffect, useRef, useState } from 'react';

/** How long after the last key a filter follows, in milliseconds: a sheet is not looked through for every letter. */
const SETTLE = 180;

interface Held {
  waiting: string | null;
  timer: ReturnType<typeof setTimeout> | undefined;
  settled: (text: string) => void;
}

function settle(held: Held): void {
  clearTimeout(held.timer);
  const { waiting } = held;
  held.waiting = null;
  if (waiting !== null) held.settled(waiting);
}

/**
 * The text of an input that is passed on once typing pauses, and at once when the input is left or goes. While it is being
 * typed in, `text` is what was typed; otherwise `shown`.
 */
export function useTyped(shown: string, onSettled: (text: string) => void) {
  const [typed, setTyped] = useState<string | null>(null);
  const held = useRef<Held>({ waiting: null, timer: undefined, settled: onSettled });
  useEffect(() => {
    held.current.settled = onSettled;
  });
  useEffect(() => {
    const { current } = held;
    return () => settle(current);
  }, []);
  return {
    text: typed ?? shown,
    type(text: string) {
      setTyped(text);
      const { current } = held;
      current.waiting = text;
      clearTimeout(current.timer);
      current.timer = setTimeout(() => settle(current), SETTLE);
    },
    /** Another text to type in than the one shown, when the input is entered. */
    begin(text: string) {
      setTyped(text);
    },
    leave() {
      settle(held.current);
      setTyped(null);
    },
  };
}
