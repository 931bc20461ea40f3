import { describe, expect, it } from 'vitest';
import { commandFor } from './keymap.ts';
import type { Press } from './keymap.ts';

const press = (key: string, mods: Partial<Press> = {}): Press => ({
  key,
  code: '',
  shiftKey: false,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  ...mods,
});
const ctrl = { ctrlKey: true };
const shift = { shiftKey: true };

describe('the keys of the grid', () => {
  it.each([
    ['ArrowDown', {}, { do: 'move', direction: 'down', extend: false, far: 'no' }],
    ['ArrowLeft', { ...ctrl, ...shift }, { do: 'move', direction: 'left', extend: true, far: 'edge' }],
    ['PageUp', {}, { do: 'move', direction: 'up', extend: false, far: 'page' }],
    ['ArrowDown', { altKey: true }, { do: 'columnMenu' }],
    ['PageDown', { altKey: true }, { do: 'move', direction: 'right', extend: false, far: 'page' }],
    ['Enter', {}, { do: 'edit', start: 'keep', wide: false }],
    ['F2', {}, { do: 'edit', start: 'keep', wide: false }],
    ['Enter', shift, { do: 'insertBelow' }],
    ['x', {}, { do: 'edit', start: 'replace', wide: false }],
    ['é', {}, { do: 'edit', start: 'replace', wide: false }],
    [' ', {}, { do: 'record' }],
    [' ', shift, { do: 'edit', start: 'keep', wide: true }],
    ['Tab', shift, { do: 'tab', back: true }],
    ['Backspace', {}, { do: 'clear' }],
    [';', ctrl, { do: 'today' }],
    ['d', ctrl, { do: 'fillDown' }],
    ['r', { metaKey: true }, { do: 'fillRight' }],
    ['z', ctrl, { do: 'undo' }],
    ['Z', { ...ctrl, ...shift }, { do: 'redo' }],
    ['y', ctrl, { do: 'redo' }],
    ['f', ctrl, { do: 'find' }],
    ['F', { ...ctrl, ...shift }, { do: 'filter' }],
    ['S', { ...ctrl, ...shift }, { do: 'sort' }],
    ['<', { ...ctrl, ...shift }, { do: 'previousRecord' }],
  ])('%s %o', (key, mods, command) => {
    expect(commandFor(press(key, mods))).toEqual(command);
  });

  it('leaves the browser and the app their own keys', () => {
    for (const [key, mods] of [
      ['c', ctrl],
      ['v', ctrl],
      ['k', ctrl],
      ['R', { ...ctrl, ...shift }],
      ['?', shift],
      ['F5', {}],
      ['Shift', shift],
    ] as const)
      expect(commandFor(press(key, mods))).toBeNull();
  });
});
