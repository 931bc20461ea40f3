import { expect, it } from 'vitest';
import * as fc from 'fast-check';
import { parseTsv, writeTsv } from './tsv.ts';

it.each([
  [
    'a\tb\r\nc\td\r\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['one', [['one']]],
  ['', [['']]],
  ['a\n\nb', [['a'], [''], ['b']]],
  ['"line 1\r\nline 2"\tx\n', [['line 1\nline 2', 'x']]],
  ['"say ""hi"""\t"tab\there"', [['say "hi"', 'tab\there']]],
  ['"quoted" word\t5" pipe\t"open', [['"quoted" word', '5" pipe', '"open']]],
  [
    'a\tb\nc',
    [
      ['a', 'b'],
      ['c', ''],
    ],
  ],
  ['a\t\n', [['a', '']]],
  ['a\rb', [['a'], ['b']]],
])('reads %j', (text, block) => expect(parseTsv(text)).toEqual(block));

it('gives back what it wrote', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', ' ', ',', '') });
  const block = fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
    .chain(([rows, columns]) =>
      fc.array(fc.array(text, { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    )
    // A last row of one empty cell looks like the line break at the end.
    .filter(
      (rows) =>
        rows.length === 1 || rows.at(-1)?.some((cell) => cell !== '') === true || (rows[0]?.length ?? 0) > 1,
    );
  fc.assert(
    fc.property(block, (rows) => {
      expect(parseTsv(writeTsv(rows))).toEqual(rows);
    }),
  );
});
