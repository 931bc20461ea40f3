import { expect, it } from 'vitest';
import * as fc from 'fast-check';
import { joinList, splitList } from './list.ts';

it('splits at commas outside quotes', () => {
  expect(splitList('a, b,"c, d"')).toEqual(['a', 'b', 'c, d']);
  expect(splitList('Shruti Gupta,"Building Research Establishment, Ltd",KIN LTD')).toHaveLength(3);
  expect(splitList('"Adam, the city of"')).toEqual(['Adam, the city of']);
  expect(splitList(' ,, ')).toEqual([]);
  expect(splitList('say "hi", b')).toEqual(['say "hi"', 'b']);
  expect(splitList('"open, b')).toEqual(['"open', 'b']);
});

it('gives back what it joined', () => {
  const name = fc.string({ minLength: 1 }).filter((s) => s.trim() !== '' && !/[\r\n]/.test(s));
  fc.assert(
    fc.property(fc.array(name), (names) => {
      expect(splitList(joinList(names))).toEqual(names);
    }),
  );
});
