import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { read, testContext } from '../testing.ts';
import { currencyKind } from './kind.ts';

const usd = { currency: 'USD' };

describe('currency', () => {
  it.each([
    ['$30.00', 3000],
    ['$65000000.0', 6_500_000_000],
    ['$278400', 27_840_000],
    ['$362500.00', 36_250_000],
    ['-$5', -500],
    ['$-5', -500],
    ['(5)', -500],
    ['1,234.50', 123450],
    ['US$1', 100],
    ['usd 1', 100],
    ['2.5m', 250_000_000],
    ['0.1', 10],
    ['$0.0', 0],
  ])('reads %s', (text, cents) => expect(read(currencyKind, text, usd)).toBe(cents));

  it('reads other currencies in their own columns only', () => {
    expect(read(currencyKind, 'DKK123', { currency: 'DKK' })).toBe(12300);
    expect(read(currencyKind, '€1.234,50', { currency: 'EUR' })).toBe(123450);
    expect(read(currencyKind, '¥1,500', { currency: 'JPY' })).toBe(1500);
    expect(read(currencyKind, '€5', usd)).toMatch(/another currency/);
    expect(read(currencyKind, 'DKK123', usd)).toMatch(/another currency/);
  });

  it('says when an abbreviation or rounding lost digits', () => {
    expect(currencyKind.parse('$18.2M', usd, testContext())).toMatchObject({
      value: 1_820_000_000,
      note: /abbreviated/,
    });
    expect(currencyKind.parse('$1.005', usd, testContext())).toMatchObject({ value: 101, note: /Rounded/ });
    expect(currencyKind.parse('$1.10', usd, testContext())).not.toHaveProperty('note');
  });

  it.each(['five', '5%', '007', '1e30', '$'])('refuses %s', (text) =>
    expect(read(currencyKind, text, usd)).toMatch(/^!/),
  );

  it('shows cents only where there are any', () => {
    const ctx = testContext();
    expect(currencyKind.format(123400, usd, ctx)).toBe('$1,234');
    expect(currencyKind.format(123450, usd, ctx)).toBe('$1,234.50');
    expect(currencyKind.format(-500, usd, ctx)).toBe('-$5');
    expect(currencyKind.format(9_007_199_254_740_991, usd, ctx)).toBe('$90,071,992,547,409.91');
    expect(currencyKind.format(1500, { currency: 'JPY' }, ctx)).toBe('¥1,500');
  });

  it('gives every amount back from its text', () => {
    const amount = fc.integer({ min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER });
    fc.assert(
      fc.property(amount, fc.constantFrom('USD', 'JPY', 'KWD'), (minor, currency) => {
        const text = currencyKind.toText(minor, { currency }, testContext());
        expect(read(currencyKind, text, { currency })).toBe(minor);
      }),
    );
  });

  it('holds whole cents only', () => {
    expect(currencyKind.validate(1.5, usd)).not.toBeNull();
    expect(currencyKind.validate('5', usd)).not.toBeNull();
    expect(currencyKind.validate(5, usd)).toBeNull();
  });
});
