import { expect, it } from 'vitest';
import { collationKey } from './collation.ts';

function sorted(texts: readonly string[]): string[] {
  const keyed = texts.map((text) => [collationKey(text), text] as const);
  return keyed.toSorted((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0)).map(([, text]) => text);
}

it('orders as people do: numbers by size, without regard to case and accents', () => {
  const order = [
    '(none)',
    '_draft',
    '2 Oaks',
    '10 Oaks',
    'apple',
    'Étude',
    'Fund 2',
    'fund 10',
    'Fund 010a',
    'zebra',
    'Ωmega',
  ];
  expect(sorted(order.toReversed())).toEqual(order);
});

it('compares long runs of digits', () => {
  expect(sorted(['x100000000000000000001', 'x100000000000000000000', 'x9'])).toEqual([
    'x9',
    'x100000000000000000000',
    'x100000000000000000001',
  ]);
});
