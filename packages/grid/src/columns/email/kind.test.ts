import { expect, it } from 'vitest';
import { read } from '../testing.ts';
import { emailKind } from './kind.ts';

it.each(['ann@lee.co', 'a.b+c@x.example'])('takes %s without a flag', (text) => {
  expect(read(emailKind, ` ${text} `, {})).toBe(text);
  expect(emailKind.flag(text)).toBeNull();
});

it.each(['ann@', 'ann lee', 'a@b', 'a@b..com', 'x@y.com, z@y.com'])('keeps %s, flagged', (text) => {
  expect(read(emailKind, text, {})).toBe(text);
  expect(emailKind.validate(text, {})).toBeNull();
  expect(emailKind.flag(text)).toMatch(/does not look like/);
});
