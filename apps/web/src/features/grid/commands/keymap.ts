/** What a key asks of the grid. */
export type GridCommand =
  | {
      readonly do: 'move';
      readonly direction: 'up' | 'down' | 'left' | 'right';
      readonly extend: boolean;
      readonly far: 'no' | 'edge' | 'page';
    }
  | { readonly do: 'tab'; readonly back: boolean }
  | { readonly do: 'home' | 'end'; readonly all: boolean; readonly extend: boolean }
  | { readonly do: 'edit'; readonly start: 'keep' | 'replace'; readonly wide: boolean }
  | {
      readonly do:
        | 'clear'
        | 'undo'
        | 'redo'
        | 'find'
        | 'today'
        | 'fillDown'
        | 'fillRight'
        | 'insertBelow'
        | 'record'
        | 'selectAll'
        | 'selectColumn'
        | 'menu'
        | 'columnMenu'
        | 'filter'
        | 'sort'
        | 'escape'
        | 'nextRecord'
        | 'previousRecord';
    };

/** The part of a keyboard event that counts. */
export type Press = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'>;

const ARROWS = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' } as const;

function isArrow(key: string): key is keyof typeof ARROWS {
  return key in ARROWS;
}

/** The command of a key press in the grid, or null when the grid does nothing with it. */
export function commandFor(press: Press): GridCommand | null {
  const { key, shiftKey: shift, altKey: alt } = press;
  const mod = press.ctrlKey || press.metaKey;
  if (isArrow(key) && !alt)
    return { do: 'move', direction: ARROWS[key], extend: shift, far: mod ? 'edge' : 'no' };
  if (key === 'PageUp' || key === 'PageDown') {
    const up = key === 'PageUp';
    const direction = alt ? (up ? 'left' : 'right') : up ? 'up' : 'down';
    return { do: 'move', direction, extend: shift, far: 'page' };
  }
  if (key === 'Home' || key === 'End')
    return { do: key === 'Home' ? 'home' : 'end', all: mod, extend: shift };
  if (mod) return withMod(press);
  if (alt) return key === 'ArrowDown' && !shift ? { do: 'columnMenu' } : null;
  switch (key) {
    case 'Tab':
      return { do: 'tab', back: shift };
    case 'Enter':
      return shift ? { do: 'insertBelow' } : { do: 'edit', start: 'keep', wide: false };
    case 'F2':
      return { do: 'edit', start: 'keep', wide: false };
    case ' ':
      return shift ? { do: 'edit', start: 'keep', wide: true } : { do: 'record' };
    case 'Backspace':
    case 'Delete':
      return { do: 'clear' };
    case 'Escape':
      return { do: 'escape' };
    case 'ContextMenu':
      return { do: 'menu' };
    case 'F10':
      return shift ? { do: 'menu' } : null;
    case '?':
      return null;
    default:
      return key.length === 1 || key === 'Process' ? { do: 'edit', start: 'replace', wide: false } : null;
  }
}

function withMod({ key, code, shiftKey: shift }: Press): GridCommand | null {
  if (key === ' ') return shift ? { do: 'selectAll' } : { do: 'selectColumn' };
  if (code === 'Semicolon' || key === ';') return { do: 'today' };
  if (shift && (key === '<' || key === ',')) return { do: 'previousRecord' };
  if (shift && (key === '>' || key === '.')) return { do: 'nextRecord' };
  switch (key.toLowerCase()) {
    case 'z':
      return { do: shift ? 'redo' : 'undo' };
    case 'y':
      return { do: 'redo' };
    case 'f':
      return { do: shift ? 'filter' : 'find' };
    case 's':
      return shift ? { do: 'sort' } : null;
    case 'd':
      return shift ? null : { do: 'fillDown' };
    case 'r':
      return shift ? null : { do: 'fillRight' };
    case 'a':
      return { do: 'selectAll' };
    default:
      return null;
  }
}
