import { expect, it } from 'vitest';
import { decodeFile } from './decode.ts';
import { parseTable } from './table.ts';
import { airtableFile } from './testing.ts';

function open(bytes: Uint8Array | string): unknown {
  return parseTable(decodeFile(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes).text);
}

it.each<[string, Uint8Array | string, RegExp]>([
  ['nothing', '', /^The file is empty\.$/],
  ['only a mark', airtableFile(''), /^The file is empty\.$/],
  ['Latin-1', Uint8Array.of(0x4e, 0xe9, 0x0a, 0x31), /not in UTF-8/],
  ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x41, 0x00), /UTF-16/],
  ['UTF-16, the other way', Uint8Array.of(0xfe, 0xff, 0x00, 0x41), /UTF-16/],
  ['a NUL', 'Name\nAnn\nB\0b', /^Line 3 holds a NUL/],
  ['an Excel workbook', Uint8Array.of(0x50, 0x4b, 3, 4), /Excel workbook/],
  ['100 MB', new Uint8Array(100 * 1024 * 1024), /^The file has 100 MB; at most 10 MB/],
  ['unequal rows', 'a,b\n1,2\n1,2,3', /^Row 2 has 3 cells, but the header has 2/],
  ['an open quote', 'a,b\n"1,2', /quote is not closed/],
  ['a quote within', 'a,b\nx"y,2', /quote/],
  ['two columns of one name', 'Name,Size,Name\n1,2,3', /^Two columns are called “Name”/],
  ['a nameless column', 'Name,,Size\n1,2,3', /^Column 2 has no name/],
  ['a formula for a name', "Name,=cmd|' /C calc'!A0\n1,2", /begins like a formula/],
  ['no header, by an address', 'Ann,ann@lee.test\nBob,bob@x.test', /first row looks like data/],
  ['no header, by a date', 'Ann,2026-03-05\nBob,2026-03-06', /first row looks like data/],
  ['no header, by numbers', '1,2,3\n4,5,6', /first row looks like data/],
  ['too many columns', Array.from({ length: 501 }, (_, i) => `c${i}x`).join(','), /501 columns/],
])('says what is wrong with %s', (_, bytes, message) => expect(() => open(bytes)).toThrow(message));

it('reads what is right', () => {
  expect(open(airtableFile('a,b', '"x ""y"", z","1\n2"', ','))).toMatchObject({
    header: ['a', 'b'],
    rows: [
      ['x "y", z', '1\n2'],
      ['', ''],
    ],
  });
  expect(open(' Browser-based,b\r\n1,2\r\n')).toMatchObject({
    header: [' Browser-based', 'b'],
    rows: [['1', '2']],
  });
  expect(open('a;b\n1,5;2')).toMatchObject({ rows: [['1,5', '2']] });
  expect(open('a\tb\n1\t2')).toMatchObject({ rows: [['1', '2']] });
  expect(open('Name\nx\n\ny')).toMatchObject({ rows: [['x'], [''], ['y']] });
  expect(open('Name,2024\nx,1\n\n')).toMatchObject({ rows: [['x', '1']] });
});

it('warns of line ends that Airtable does not write', () => {
  expect(decodeFile(airtableFile('a', 'b')).warnings).toEqual([]);
  expect(decodeFile(new TextEncoder().encode('a\r\nb')).warnings).toHaveLength(1);
  expect(decodeFile(new TextEncoder().encode('a\nb\n')).warnings).toHaveLength(1);
});
