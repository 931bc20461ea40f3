import { expect, it } from 'vitest';
import { tokenIn } from './link-token.ts';

it.each([
  ['#abc-DEF_123', 'abc-DEF_123'],
  ['#token=abc', 'abc'],
  ['#token=', null],
  ['', null],
  ['#', null],
  ['#other=abc', null],
])('%j holds %j', (hash, token) => {
  expect(tokenIn(hash)).toBe(token);
});
