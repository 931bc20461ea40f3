import { describe, expect, it } from 'vitest';
import { type KeyPress, keyNames, matchesChord } from './keys.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  metaKey: false,
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});

describe('matchesChord', () => {
  it('takes mod as Command on a Mac and as Control elsewhere, and nothing in its place', () => {
    expect(matchesChord(press('k', { metaKey: true }), 'mod+k', true)).toBe(true);
    expect(matchesChord(press('k', { ctrlKey: true }), 'mod+k', false)).toBe(true);
    expect(matchesChord(press('k', { ctrlKey: true }), 'mod+k', true)).toBe(false);
    expect(matchesChord(press('k', { metaKey: true }), 'mod+k', false)).toBe(false);
    expect(matchesChord(press('k'), 'mod+k', false)).toBe(false);
  });
  it('counts shift for letters and named keys, not for signs', () => {
    expect(matchesChord(press('Z', { ctrlKey: true, shiftKey: true }), 'mod+shift+z', false)).toBe(true);
    expect(matchesChord(press('Z', { ctrlKey: true, shiftKey: true }), 'mod+z', false)).toBe(false);
    expect(matchesChord(press('Enter', { shiftKey: true }), 'enter', false)).toBe(false);
    expect(matchesChord(press('?', { shiftKey: true }), '?', false)).toBe(true);
    expect(matchesChord(press('/', { ctrlKey: true }), 'mod+/', false)).toBe(true);
  });
  it('knows the space bar by name', () => {
    expect(matchesChord(press(' '), 'space', false)).toBe(true);
    expect(matchesChord(press(' ', { shiftKey: true }), 'shift+space', false)).toBe(true);
  });
  it('refuses Alt that was not asked for', () => {
    expect(matchesChord(press('k', { ctrlKey: true, altKey: true }), 'mod+k', false)).toBe(false);
  });
});

it('names caps for the eye and for the ear', () => {
  expect(keyNames('mod+shift+k', true).map(({ cap }) => cap)).toEqual(['⌘', '⇧', 'K']);
  expect(keyNames('mod+k', true).map(({ spoken }) => spoken)).toEqual(['Command', 'K']);
  expect(keyNames('mod+enter', false).map(({ cap }) => cap)).toEqual(['Ctrl', '↵']);
});
