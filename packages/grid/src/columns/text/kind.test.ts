import { expect, it } from 'vitest';
import { read, testContext } from '../testing.ts';
import { textKind } from './kind.ts';

it('keeps text as it stands, leading zeros and spaces too', () => {
  expect(['007', ' x ', '=1+1', ''].map((t) => read(textKind, t, {}))).toEqual(['007', ' x ', '=1+1', null]);
});
it('makes one line of many and says so', () => {
  expect(textKind.parse('a\r\n b\nc', {}, testContext())).toMatchObject({
    value: 'a b c',
    note: /Line breaks/,
  });
});
