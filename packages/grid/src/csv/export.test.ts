import {
  ColumnId,
  InvestorId,
  newId,
  type CellValue,
  type Column,
  type ColumnOptions,
  type ColumnType,
} from '@crm/shared';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { withChoices } from '../columns/index.ts';
import { ADA, testContact } from '../columns/testing.ts';
import { exportCsv, type CsvMode } from './export.ts';
import { guarded, unguarded } from './guard.ts';
import { ImportSheet } from './testing.ts';

function column(type: ColumnType, name: string, options: ColumnOptions = {}): Column {
  return { id: newId(ColumnId), name, type, options, position: name, key: null, deletedAt: null, ver: 0 };
}

function exported(sheet: ImportSheet, mode: CsvMode): string {
  const rows = [...sheet.rows.values()].map((row) =>
    sheet.columns.map(({ id }) => row.cells.get(id)?.value ?? null),
  );
  return exportCsv({ columns: sheet.columns, rows, mode, ctx: sheet.ctx });
}

function filled(columns: readonly Column[], rows: readonly (readonly CellValue[])[]): ImportSheet {
  const sheet = new ImportSheet();
  for (const one of columns) sheet.apply({ t: 'col.add', column: one });
  for (const [i, cells] of rows.entries()) {
    const values = Object.fromEntries(columns.map(({ id }, c) => [id, cells[c] ?? null]));
    sheet.apply({ t: 'row.add', row: newId(InvestorId), position: `a${String(i).padStart(4, '0')}`, values });
  }
  return sheet;
}

const tags = withChoices({}, ['a', 'b, c', '=d']);
const ids = (tags.choices ?? []).map((choice) => choice.id);
const ann = testContact('Ann Lee', 'ann@lee.test');

it('writes Airtable’s bytes', () => {
  const columns = [
    column('text', ' Name'),
    column('currency', 'Size', { currency: 'USD' }),
    column('multiSelect', 'Tags', tags),
    column('checkbox', 'Done'),
    column('date', 'Day', { dateFormat: 'local' }),
    column('dateTime', 'At', { dateFormat: 'us', timeFormat: '12hour' }),
    column('number', 'N', { precision: 2 }),
    column('contacts', 'People'),
  ];
  const sheet = filled(columns, [
    [
      '=1+1',
      3000,
      [ids[0] ?? '', ids[1] ?? ''],
      true,
      '2026-03-05',
      '2026-03-05T14:12:00.000Z',
      -1,
      [ann.id],
    ],
    ['say "hi",\nyou', -550, null, null, null, null, null, null],
  ]);
  sheet.contacts.push(ann);
  expect(exported(sheet, 'airtable')).toBe(
    '\ufeff Name,Size,Tags,Done,Day,At,N,People\n' +
      '=1+1,$30.00,"a,""b, c""",checked,3/5/2026,3/5/2026 9:12am,-1.00,Ann Lee\n' +
      '"say ""hi"",\nyou",$-5.50,,,,,,',
  );
});

it('guards what a spreadsheet would run, and leaves numbers numbers', () => {
  const dangerous = [
    '=HYPERLINK("x")',
    '+cmd',
    '-x',
    '@SUM(1)',
    '\tx',
    '\rx',
    '＝1',
    '＠x',
    "'=x",
    '--5',
    '+1 555 0100',
  ];
  for (const text of dangerous) expect(guarded(text)).toBe(`'${text}`);
  for (const text of ['-5', '+5.5', 'a=b', "it's", '', "'quoted'"]) expect(guarded(text)).toBe(text);
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("'", '=', '-', 'a', '5', '＝') }), (text) => {
      expect(unguarded(guarded(text))).toBe(text);
    }),
  );
});

it('its own import changes nothing, whatever stands in the sheet', () => {
  const text = fc
    .oneof(
      fc.constantFrom('=HYPERLINK("x")', '-5', '＝1', "'=x", 'a,b', '"q"', '007', '1/2/2026', ' x '),
      fc.string({ unit: 'grapheme' }),
    )
    // What a cell of text cannot hold: nothing, NUL, and line breaks.
    .filter((s) => s !== '' && !/[\0\r\n]/.test(s));
  const columns = [
    column('text', 'Name'),
    column('longText', 'Notes'),
    column('number', 'N'),
    column('currency', 'Size', { currency: 'EUR' }),
    column('percent', 'Share'),
    column('date', 'Day', { dateFormat: 'european' }),
    column('dateTime', 'At'),
    column('checkbox', 'Done'),
    column('singleSelect', 'Stage', tags),
    column('multiSelect', 'Tags', tags),
    column('rating', 'Stars', { max: 5 }),
    column('person', 'Owner'),
    column('contacts', '=People'),
    column('commitment', 'Fund I', { currency: 'USD' }),
  ];
  const option = fc.constantFrom(...ids);
  const amount = fc.integer({ min: -1e12, max: 1e12 });
  const maybe = <T extends CellValue>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
  const row = fc.tuple(
    maybe(text),
    maybe(fc.tuple(text, text).map((lines) => lines.join('\n'))),
    maybe(fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n || 0)),
    maybe(amount),
    maybe(fc.integer({ min: -1e6, max: 1e6 }).map((n) => Number(`${n}e-5`))),
    maybe(fc.constantFrom('2026-03-05', '1999-12-31')),
    maybe(fc.constantFrom('2026-03-05T14:12:00.000Z', '2026-11-01T06:30:00.000Z')),
    maybe(fc.constant(true)),
    maybe(option),
    maybe(fc.uniqueArray(option, { minLength: 1 })),
    maybe(fc.integer({ min: 1, max: 5 })),
    maybe(fc.constant(ADA.id)),
    maybe(fc.constant([ann.id])),
    maybe(fc.record({ amount, status: fc.constantFrom('target' as const, 'committed' as const) })),
  );
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), (rows) => {
      const sheet = filled(columns, rows);
      sheet.contacts.push(ann);
      const plan = sheet.plan(exported(sheet, 'safe'));
      expect(plan.receipt.problems).toEqual([]);
      expect([plan.setup, plan.rows.flatMap(({ ops }) => ops)]).toEqual([[], []]);
    }),
    { numRuns: 150 },
  );
});

it('tells columns of one name apart', () => {
  const sheet = filled([column('text', 'A'), column('text', 'A')], []);
  expect(exported(sheet, 'airtable')).toBe('\ufeffA,A (2)');
});
