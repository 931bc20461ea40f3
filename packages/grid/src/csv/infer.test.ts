import { expect, it } from 'vitest';
import { testContext } from '../columns/testing.ts';
import { inferColumns } from './infer.ts';

function infer(name: string, ...cells: string[]) {
  // The column under test is the second: the first is never taken for choices.
  const rows = cells.map((cell, i) => [`row ${i}`, cell]);
  const column = inferColumns({ header: ['Name', name], rows, warnings: [] }, testContext())[1];
  if (!column) throw new Error('no column');
  return column;
}

it.each<[string, string[], object]>([
  ['ticks', ['checked', '', 'checked'], { type: 'checkbox' }],
  ['ticks of a spreadsheet', ['TRUE', 'FALSE'], { type: 'checkbox' }],
  ['numbers', ['-1', '-4002.98998999', '5'], { type: 'number', options: { precision: 8 } }],
  ['whole numbers', ['1', '22'], { type: 'number', options: { precision: 0 } }],
  ['amounts', ['$30.00', '$278400', '$0.0'], { type: 'currency', options: { currency: 'USD' } }],
  ['crowns', ['DKK123', 'DKK5'], { type: 'currency', options: { currency: 'DKK' } }],
  ['mixed currencies', ['$5', '€5'], { type: 'text' }],
  ['percents', ['50%', '7.5%'], { type: 'percent' }],
  [
    'leading zeros',
    ['01234', '98765'],
    { type: 'text', evidence: '1 of 2 cells begin with a zero, which a number would lose.' },
  ],
  [
    'American days',
    ['1/4/2026', '1/25/2026'],
    { type: 'date', options: { dateFormat: 'us' }, question: null },
  ],
  [
    'European days',
    ['1/4/2026', '25/4/2026'],
    { type: 'date', options: { dateFormat: 'european' }, question: null },
  ],
  ['days of both orders', ['25/4/2026', '4/25/2026'], { type: 'text' }],
  ['undecided days', ['1/4/2026', '2/3/2026'], { type: 'date', question: { kind: 'dayMonth' } }],
  ['ISO days', ['2026-03-05'], { type: 'date', options: { dateFormat: 'iso' }, question: null }],
  ['named days', ['March 5, 2026', 'May 1, 2026'], { type: 'date', options: { dateFormat: 'friendly' } }],
  ['times', ['11/25/2020 9:12am', '25/4/2025 3:01pm'], { type: 'text' }],
  [
    'times of one order',
    ['25/4/2025 3:01pm', '1/4/2026 9:43am'],
    { type: 'dateTime', options: { dateFormat: 'european', timeFormat: '12hour' } },
  ],
  ['times in another language', ['25/4/2025 2:30siang', '26/4/2025 9:00pagi'], { type: 'dateTime' }],
  ['24 hours', ['2020-08-07 13:12'], { type: 'dateTime', options: { timeFormat: '24hour' } }],
  ['addresses', ['a@x.test', 'b@y.test'], { type: 'email' }],
  ['links', ['https://x.test/a', 'www.y.test'], { type: 'url' }],
  ['members', ['Ada King', 'bob@fund.test', 'Ada King', 'Ada King'], { type: 'person' }],
  ['choices', ['Hot', 'Cold', 'Hot', 'Hot', 'Cold'], { type: 'singleSelect', question: null }],
  ['lists', ['a,b', 'a', 'b,c', 'c,a'], { type: 'multiSelect', question: { kind: 'listOrValue' } }],
  ['quoted lists', ['a,"b, c"', 'a', 'a', '"b, c"', 'a'], { type: 'multiSelect', question: null }],
  ['lines', ['a\nb', 'c'], { type: 'longText' }],
  ['attachments', ['a.png (https://v5.airtableusercontent.com/x)'], { type: 'longText' }],
  ['nothing', ['', ''], { type: 'text', filled: 0 }],
])('%s', (_, cells, expected) => expect(infer('Column', ...cells)).toMatchObject(expected));

it('takes digits for telephone numbers only where the name says so', () => {
  expect(infer('Phone', '5550100', '0044 20 7946').type).toBe('phone');
  expect(infer('Count', '5550100', '123456').type).toBe('number');
  expect(infer('Contact', '+1 555 0100', '(555) 010-0000').type).toBe('phone');
});

it('says how many cells it looked at, and which are rounded', () => {
  expect(infer('Size', '$450M', '$18.2M', '$450000000.0').evidence).toBe(
    'All 3 cells are amounts in USD. 2 are abbreviated, so digits may be missing.'.replace(
      'missing.',
      'missing in the file.',
    ),
  );
});
