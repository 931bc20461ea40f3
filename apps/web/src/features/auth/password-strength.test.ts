import { describe, expect, it } from 'vitest';
import { effectiveLength, passwordStrength } from './password-strength.ts';

describe('passwordStrength', () => {
  it('asks for length alone, to the character', () => {
    expect(passwordStrength('')).toEqual({ level: 0, words: '' });
    expect(passwordStrength('short').words).toBe('7 more characters needed');
    expect(passwordStrength('eleven-char').words).toBe('1 more character needed');
    expect(passwordStrength('x'.repeat(129)).words).toBe('Too long');
  });
  it('is not taken in by repetition, steps, or what everybody knows of a person', () => {
    expect(passwordStrength('aaaaaaaaaaaaaaaa').level).toBe(0);
    expect(passwordStrength('abcdefghijklmnop').level).toBe(0);
    expect(passwordStrength('passpasspasspass').level).toBe(0);
    expect(passwordStrength('northwind-ada-1', ['Ada Okafor', 'Northwind Ventures']).level).toBe(0);
  });
  it('rises with length', () => {
    const levels = ['mtqkvhwprzaf', 'quiet-harbour-7', 'quiet-harbour-lantern-7'].map(
      (password) => passwordStrength(password).level,
    );
    expect(levels).toEqual([...levels].toSorted((a, b) => a - b));
    expect(levels.at(-1)).toBe(3);
  });
});

it('effectiveLength counts a run once', () => {
  expect(effectiveLength('1111')).toBe(1);
  expect(effectiveLength('1234')).toBe(1);
  expect(effectiveLength('a7c2')).toBe(4);
});
