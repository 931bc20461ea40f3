import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { read, testContext } from '../testing.ts';
import { numberKind } from './kind.ts';

describe('number', () => {
  it('reads numbers and refuses what is none', () => {
    expect(['12', '-4002.98998999', '1,234.5', '2.5k', ''].map((t) => read(numberKind, t, {}))).toEqual([
      12,
      -4002.98998999,
      1234.5,
      2500,
      null,
    ]);
    expect(['$5', '50%', 'twelve', '007'].map((t) => read(numberKind, t, {}))).toEqual(
      Array(4).fill(expect.stringMatching(/^!/)),
    );
  });
  it('says when digits were lost', () => {
    expect(numberKind.parse('12345678901234567890', {}, testContext())).toMatchObject({
      ok: true,
      note: /15 digits/,
    });
    expect(numberKind.parse('450M', {}, testContext())).toMatchObject({ value: 450e6, note: /abbreviated/ });
  });
  it('shows the column’s digits', () => {
    const ctx = testContext();
    expect(numberKind.format(1234.5, {}, ctx)).toBe('1,234.5');
    expect(numberKind.format(1234.5, { precision: 2 }, ctx)).toBe('1,234.50');
    expect(numberKind.format(1234.5, {}, testContext({ locale: 'de' }))).toBe('1.234,5');
  });
  it('gives every number back from its text', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const wanted = value === 0 ? 0 : value;
        expect(read(numberKind, numberKind.toText(wanted, {}, testContext()), {})).toBe(wanted);
      }),
    );
  });
});
