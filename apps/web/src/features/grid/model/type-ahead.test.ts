import { expect, it } from 'vitest';
import { TypeAhead } from './type-ahead.ts';

it('keeps what is typed while an editor is on its way, and hands it over once', () => {
  const ahead = new TypeAhead();
  ahead.keep('lost');
  expect(ahead.take()).toBe('');
  ahead.begin();
  for (const character of '2026') ahead.keep(character);
  expect(ahead.isWaiting).toBe(true);
  expect(ahead.take()).toBe('2026');
  expect(ahead.isWaiting).toBe(false);
  expect(ahead.take()).toBe('');
});
