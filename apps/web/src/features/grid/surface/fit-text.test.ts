import { describe, expect, it } from 'vitest';
import { TextFitter } from './fit-text.ts';

/** Every character ten pixels wide; an astral one is two code units and still ten. */
const fitter = new TextFitter(() => 10);

describe('fitting text', () => {
  it('keeps what fits and ends the rest with an ellipsis', () => {
    expect(fitter.line('Alder', 50)).toBe('Alder');
    expect(fitter.line('Alders', 50)).toBe('Alde…');
    expect(fitter.line('Alder', 5)).toBe('');
  });

  it('makes one line of several', () => {
    expect(fitter.line('a \n b', 100)).toBe('a b');
  });

  it('never cuts a character in two', () => {
    for (let room = 10; room < 80; room += 10) {
      const cut = fitter.line('a😀b😀c', room);
      expect(cut.isWellFormed()).toBe(true);
      for (const line of fitter.lines('😀😀😀😀😀', room, 3)) expect(line.isWellFormed()).toBe(true);
    }
  });

  it('wraps between words, cuts long ones, and ends the last line', () => {
    expect(fitter.lines('one two three', 70, 3)).toEqual(['one two', 'three']);
    expect(fitter.lines('abcdefgh', 30, 4)).toEqual(['abc', 'def', 'gh']);
    expect(fitter.lines('one two three four', 70, 2)).toEqual(['one two', 'three…']);
  });

  it('keeps line breaks that were typed', () => {
    expect(fitter.lines('a\nb\nc', 70, 2)).toEqual(['a', 'b…']);
    expect(fitter.lines('a\n\nb', 70, 3)).toEqual(['a', '', 'b']);
  });
});
