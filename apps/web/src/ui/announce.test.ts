import { expect, it } from 'vitest';
import { announce, announced } from './announce.ts';

it('makes the same sentence new, so that it is heard twice', () => {
  announce('Saved');
  const first = announced().polite;
  announce('Saved');
  expect(announced().polite).not.toBe(first);
  expect(announced().polite.replace('\u200b', '')).toBe('Saved');
  announce('Conflict', 'assertive');
  expect(announced().assertive).toContain('Conflict');
  expect(announced().polite).toContain('Saved');
});
