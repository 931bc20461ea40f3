import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { hasLeadingZero, readAmount, toNumber, toUnits } from './decimal.ts';

function numberIn(text: string): number | null {
  const amount = readAmount(text);
  return amount && toNumber(amount.decimal).value;
}

describe('readAmount', () => {
  it.each([
    ['1234', 1234],
    ['1,234', 1234],
    ['1,234.50', 1234.5],
    ['1.234,50', 1234.5],
    ['1.234.567', 1234567],
    ['1 234,5', 1234.5],
    ['1\u202f234,5', 1234.5],
    ["1'234.5", 1234.5],
    ['12,34,567.8', 1234567.8],
    ['1,5', 1.5],
    ['0,125', 0.125],
    ['1.234', 1.234],
    ['.5', 0.5],
    ['-5', -5],
    ['−5', -5],
    ['5-', -5],
    ['(5)', -5],
    ['-$5', -5],
    ['$-5', -5],
    ['($1,000.10)', -1000.1],
    ['2.5m', 2500000],
    ['$18.2M', 18200000],
    ['3 billion', 3e9],
    ['1e5', 100000],
    ['1.5e-7', 1.5e-7],
    ['-0', 0],
  ])('reads %s as %d', (text, value) => expect(numberIn(text)).toBe(value));

  it.each([
    '',
    'abc',
    '1.2.3',
    '1,23,4',
    '1.234.56',
    '--5',
    '(-5)',
    '$5€',
    '5 apples',
    '1,2,3',
    '12/5',
    '-',
    '$',
    '1 2',
  ])('refuses %j', (text) => expect(numberIn(text)).toBeNull());

  it('says which unit and abbreviation were written', () => {
    expect(readAmount('DKK123')).toMatchObject({ unit: 'DKK', abbreviated: false });
    expect(readAmount('18.2M €')).toMatchObject({ unit: '€', abbreviated: true });
    expect(readAmount('50 %')).toMatchObject({ percent: true });
  });
});

describe('toUnits', () => {
  it('is exact for every amount of cents, without floating point', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_007_199_254_740_991 }), (cents) => {
        const text = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
        // Whole units of so large a number are exact, as it stays below 2^53.
        const amount = readAmount(text);
        expect(amount && toUnits(amount.decimal, 2)).toEqual({ value: cents, exact: true });
      }),
    );
  });

  it('rounds half away from zero and says so', () => {
    const units = (text: string) =>
      toUnits(readAmount(text)?.decimal ?? { negative: false, digits: '0', scale: 0 }, 2);
    expect(units('1.005')).toEqual({ value: 101, exact: false });
    expect(units('-1.005')).toEqual({ value: -101, exact: false });
    expect(units('65000000.0')).toEqual({ value: 6_500_000_000, exact: true });
    expect(units('99999999999999999')).toBeNull();
  });
});

it('knows text whose leading zero must be kept', () => {
  expect(['007', ' 01234', '-05'].every(hasLeadingZero)).toBe(true);
  expect(['0', '0.5', '10', ''].some(hasLeadingZero)).toBe(false);
});
