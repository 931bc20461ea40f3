import { expect, it } from 'vitest';
import { read, testContext } from '../testing.ts';
import { checkboxKind } from './kind.ts';

it('reads the usual words and refuses others', () => {
  expect(['checked', 'TRUE', '1', 'x', '✓'].map((t) => read(checkboxKind, t, {}))).toEqual(
    Array(5).fill(true),
  );
  expect(['', 'false', '0', 'No'].map((t) => read(checkboxKind, t, {}))).toEqual(Array(4).fill(null));
  expect(read(checkboxKind, 'maybe', {})).toMatch(/^!/);
});
it('stores no false, and sorts the unticked as a value', () => {
  expect(checkboxKind.validate(false, {})).not.toBeNull();
  expect([null, true].map((v) => checkboxKind.sortKey(v, {}, testContext()))).toEqual([0, 1]);
});
