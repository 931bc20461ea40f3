/** What a chord needs to know of a key press. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'metaKey' | 'ctrlKey' | 'altKey' | 'shiftKey'>;

const MAC_CAPS: Record<string, string> = { mod: '⌘', alt: '⌥', shift: '⇧', ctrl: '⌃' };
const PC_CAPS: Record<string, string> = { mod: 'Ctrl', alt: 'Alt', shift: 'Shift', ctrl: 'Ctrl' };
const CAPS: Record<string, string> = {
  enter: '↵',
  escape: 'Esc',
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  backspace: '⌫',
  delete: 'Del',
  space: 'Space',
  tab: 'Tab',
  home: 'Home',
  end: 'End',
  pageup: 'PgUp',
  pagedown: 'PgDn',
};
const SPOKEN: Record<string, string> = {
  '⌘': 'Command',
  '⌥': 'Option',
  '⇧': 'Shift',
  '⌃': 'Control',
  '↵': 'Enter',
  '↑': 'Up arrow',
  '↓': 'Down arrow',
  '←': 'Left arrow',
  '→': 'Right arrow',
  '⌫': 'Backspace',
  Esc: 'Escape',
  Ctrl: 'Control',
  Del: 'Delete',
  PgUp: 'Page up',
  PgDn: 'Page down',
  '?': 'Question mark',
  '/': 'Slash',
};

/** Whether `mod` means the Command key here. */
export function isMac(): boolean {
  return typeof navigator !== 'undefined' && /mac|iphone|ipad/i.test(navigator.userAgent);
}

/** The caps of one chord, each with the word a screen reader says. */
export function keyNames(chord: string, mac: boolean): { cap: string; spoken: string }[] {
  return chord.split('+').map((part) => {
    const name = part.toLowerCase();
    const cap = (mac ? MAC_CAPS : PC_CAPS)[name] ?? CAPS[name] ?? part.toUpperCase();
    return { cap, spoken: SPOKEN[cap] ?? cap };
  });
}

/**
 * Whether a key press is the chord, e.g. `mod+k`, `shift+?`, `escape`. `mod` is Command on a Mac and Control
 * elsewhere. Shift counts for letters and named keys only: a sign such as `?` carries its own shift.
 */
export function matchesChord(press: KeyPress, chord: string, mac: boolean): boolean {
  const parts = chord.toLowerCase().split('+');
  const key = parts.at(-1) ?? '';
  const wants = (modifier: string) => parts.slice(0, -1).includes(modifier);
  const control = wants('ctrl') || (wants('mod') && !mac);
  const meta = wants('mod') && mac;
  if (press.ctrlKey !== control || press.metaKey !== meta || press.altKey !== wants('alt')) return false;
  const isSign = key.length === 1 && !/[a-z]/.test(key);
  if (!isSign && press.shiftKey !== wants('shift')) return false;
  const pressed = press.key === ' ' ? 'space' : press.key.toLowerCase();
  return pressed === key;
}
