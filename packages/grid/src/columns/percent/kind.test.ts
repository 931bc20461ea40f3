import { expect, it } from 'vitest';
import * as fc from 'fast-check';
import { read, testContext } from '../testing.ts';
import { percentKind } from './kind.ts';

it('reads with and without the sign', () => {
  expect(['50%', '50', '7', '12.3%', '0.5', '-5 %', ''].map((t) => read(percentKind, t, {}))).toEqual([
    0.5,
    0.5,
    0.07,
    0.123,
    0.005,
    -0.05,
    null,
  ]);
  expect(read(percentKind, 'half', {})).toMatch(/^!/);
});

it('shows percent', () => {
  expect(percentKind.format(0.07, {}, testContext())).toBe('7%');
  expect(percentKind.format(0.07, { precision: 1 }, testContext())).toBe('7.0%');
  expect(percentKind.toText(0.07, {}, testContext())).toBe('7%');
});

it('gives tenths of percents back from their text', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), (n) => {
      const value = Number(`${n}e-5`);
      expect(read(percentKind, percentKind.toText(value, {}, testContext()), {})).toBe(value);
    }),
  );
});
