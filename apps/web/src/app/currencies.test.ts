import { expect, it } from 'vitest';
import { guessCurrency } from './currencies.ts';

it.each([
  ['en-US', 'USD'],
  ['en-GB', 'GBP'],
  ['de-CH', 'CHF'],
  ['fr', 'EUR'],
  ['de', 'EUR'],
  ['sv', 'SEK'],
  ['en-KE', 'USD'],
  ['not a locale', 'USD'],
])('%s has %s', (locale, currency) => {
  expect(guessCurrency(locale)).toBe(currency);
});
