import { expect, it } from 'vitest';
import { read } from '../testing.ts';
import { ratingKind } from './kind.ts';

it('reads numbers and stars up to the highest', () => {
  expect(['3', '★★★★', '★★☆☆☆', '4/5', '0', ''].map((t) => read(ratingKind, t, {}))).toEqual([
    3,
    4,
    2,
    4,
    null,
    null,
  ]);
  expect(read(ratingKind, '8', { max: 10 })).toBe(8);
  expect(['8', '2.5', '-1', 'good'].map((t) => read(ratingKind, t, {}))).toEqual(
    Array(4).fill(expect.stringMatching(/^!/)),
  );
});
it('holds whole stars only', () => {
  expect([0, 6, 1.5].every((v) => ratingKind.validate(v, {}) !== null)).toBe(true);
});
