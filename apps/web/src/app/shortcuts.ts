import { useEffect } from 'react';
import { isMac, type KeyPress, matchesChord } from '../ui/keys.ts';
import { createRegistry } from './registry.ts';

/** A key of the current screen, as the `?` dialog lists it. */
export type Shortcut = {
  /** A chord such as `mod+k`, `?`, `escape`; several that do the same stand in one list. */
  keys: string | readonly string[];
  label: string;
  /** Heading in the dialog: the screen's name, or *Everywhere*. */
  group: string;
  /** Done on the key. Absent where the part handles its own keys and only lists them. */
  run?: () => void;
};

const registry = createRegistry<Shortcut>();

/** Lists, and where `run` is given handles, keys while the component is mounted. Later parts win. */
export const useShortcuts = registry.useOffer;
export const useAllShortcuts = registry.useAll;

/** The keys of a shortcut as a list. */
export function chords(shortcut: Shortcut): readonly string[] {
  return typeof shortcut.keys === 'string' ? [shortcut.keys] : shortcut.keys;
}

/** The shortcut that a key press asks for. While typing, only chords with a modifier, Escape and F keys count. */
export function findShortcut(
  press: KeyPress,
  shortcuts: readonly Shortcut[],
  typing: boolean,
  mac: boolean,
): Shortcut | undefined {
  const bare = !press.metaKey && !press.ctrlKey && !press.altKey && press.key.length === 1;
  if (typing && bare) return undefined;
  return shortcuts.findLast(
    (shortcut) => shortcut.run && chords(shortcut).some((chord) => matchesChord(press, chord, mac)),
  );
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest('input, textarea, select, [role="textbox"]') !== null)
  );
}

/** Once, in the frame: runs shortcuts that nothing nearer has handled. A modal dialog keeps its keys to itself. */
export function useShortcutKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      if (document.querySelector('[role="dialog"][data-state="open"], [role="alertdialog"]')) return;
      const found = findShortcut(event, registry.all(), isTyping(event.target), isMac());
      if (!found?.run) return;
      event.preventDefault();
      found.run();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
