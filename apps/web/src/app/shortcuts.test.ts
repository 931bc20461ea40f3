import { describe, expect, it } from 'vitest';
import type { KeyPress } from '../ui/keys.ts';
import { findShortcut, type Shortcut } from './shortcuts.ts';

const press = (key: string, ctrlKey = false): KeyPress => ({
  key,
  code: '',
  metaKey: false,
  ctrlKey,
  altKey: false,
  shiftKey: false,
});
const run = () => {};
const ALL: Shortcut[] = [
  { keys: ['?', 'mod+/'], label: 'Keys', group: 'Everywhere', run },
  { keys: 'mod+k', label: 'Commands', group: 'Everywhere', run },
  { keys: 'f2', label: 'Edit', group: 'Grid' },
  { keys: 'mod+k', label: 'The screen has its own', group: 'Grid', run },
];

describe('findShortcut', () => {
  it('leaves signs to what is typed in, but not chords', () => {
    expect(findShortcut(press('?'), ALL, false, false)?.label).toBe('Keys');
    expect(findShortcut(press('?'), ALL, true, false)).toBeUndefined();
    expect(findShortcut(press('/', true), ALL, true, false)?.label).toBe('Keys');
  });
  it('gives the later part the key', () => {
    expect(findShortcut(press('k', true), ALL, false, false)?.label).toBe('The screen has its own');
  });
  it('does nothing for keys that are only listed', () => {
    expect(findShortcut(press('F2'), ALL, false, false)).toBeUndefined();
  });
});
