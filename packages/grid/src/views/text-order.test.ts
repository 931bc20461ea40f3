import { expect, it } from 'vitest';
import * as fc from 'fast-check';
import { textOrder } from './text-order.ts';

function sorted(texts: readonly string[]): (string | undefined)[] {
  return Array.from(textOrder(texts), (place) => texts[place]);
}

it('is the order of code units, for texts of any length and script', () => {
  const text = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc
      .tuple(
        fc.constantFrom('prefix', 'prefix ', 'prefix-a', 'prefix-b', 'préfix', ''),
        fc.string({ maxLength: 6 }),
      )
      .map(([start, end]) => start + end),
    fc.constantFrom('a'.repeat(5), 'a'.repeat(10), 'a'.repeat(11), 'a\0', 'a'),
  );
  fc.assert(
    fc.property(fc.array(text, { maxLength: 60 }), (texts) => {
      expect(sorted(texts)).toEqual([...texts].toSorted());
    }),
    { numRuns: 50 },
  );
});

it('holds every place once', () => {
  const texts = Array.from({ length: 500 }, (_, i) => `row ${i % 7}`);
  expect(new Set(textOrder(texts)).size).toBe(500);
});
