import { expect, it } from 'vitest';
import { read } from '../testing.ts';
import { phoneKind } from './kind.ts';

it.each(['+1 (555) 010-0000', '0044 20 7946 0000', '555-0100 ext. 4'])('takes %s without a flag', (text) => {
  expect(read(phoneKind, ` ${text} `, {})).toBe(text);
  expect(phoneKind.flag(text)).toBeNull();
});

it.each(['call me', '12', '1;2;3;4'])('keeps %s, flagged', (text) => {
  expect(read(phoneKind, text, {})).toBe(text);
  expect(phoneKind.validate(text, {})).toBeNull();
  expect(phoneKind.flag(text)).toMatch(/does not look like/);
});
