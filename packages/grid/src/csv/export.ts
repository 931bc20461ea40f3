import type { CellValue, Column } from '@crm/shared';
import { stringify } from 'csv-stringify/sync';
import { commitmentOf, currencySign, kindOf, minorDigits, type ColumnContext } from '../columns/index.ts';
import { namesOf } from '../columns/multi-select/kind.ts';
import { joinList } from '../columns/lib/list.ts';
import { guarded } from './guard.ts';

/** `safe`: for spreadsheets, and for an exact import here. `airtable`: the bytes that Airtable's own export has. */
export type CsvMode = 'safe' | 'airtable';

export interface CsvExport {
  readonly columns: readonly Column[];
  /** The cells of each row, in the order of `columns`. */
  readonly rows: Iterable<readonly CellValue[]>;
  readonly mode: CsvMode;
  readonly ctx: ColumnContext;
}

/** The rows as CSV: UTF-8 with a byte order mark, rows ended by LF, no line end after the last row. */
export function exportCsv({ columns, rows, mode, ctx }: CsvExport): string {
  const text = mode === 'safe' ? safeText : airtableText;
  const lines = [uniqueNames(columns, mode)];
  for (const row of rows) lines.push(columns.map((column, i) => text(row[i] ?? null, column, ctx)));
  return writeCsv(lines);
}

/** Any rows of texts as CSV in the same form. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return stringify([...rows], { bom: true, record_delimiter: '\n', eof: false, quoted_match: /[\r\n]/ });
}

const NUMERIC = new Set(['number', 'currency', 'percent', 'rating', 'autonumber', 'commitment']);

function safeText(value: CellValue, column: Column, ctx: ColumnContext): string {
  const text = kindOf(column.type).toText(value, column.options, ctx);
  return NUMERIC.has(column.type) ? text : guarded(text);
}

function airtableText(value: CellValue, column: Column, ctx: ColumnContext): string {
  const { type, options } = column;
  if (value === null) return '';
  if (type === 'multiSelect') return joinList(namesOf(value, options), ',');
  if (type === 'contacts') return joinList(contactNames(value, ctx), ',');
  const amount = type === 'currency' ? value : type === 'commitment' ? commitmentOf(value)?.amount : null;
  if (typeof amount === 'number') return money(amount, options.currency ?? 'USD');
  if (type === 'number' && typeof value === 'number' && options.precision !== undefined) {
    return value.toFixed(options.precision);
  }
  if (type === 'date' || type === 'dateTime' || type === 'createdTime' || type === 'modifiedTime') {
    return kindOf(type).format(value, options, { ...ctx, locale: 'en-US' });
  }
  return kindOf(type).toText(value, options, ctx);
}

function contactNames(value: CellValue, ctx: ColumnContext): string[] {
  const ids = Array.isArray(value) ? value : [];
  return ids.flatMap((id) => {
    const contact = ctx.contact(id);
    return contact?.name || contact?.addresses[0] || [];
  });
}

/** `$1234.50`: the sign, then the digits without separators. */
function money(minor: number, currency: string): string {
  const digits = minorDigits(currency);
  return `${currencySign(currency)}${(minor / 10 ** digits).toFixed(digits)}`;
}

/** Two columns of one name could not be told apart in the file. */
function uniqueNames(columns: readonly Column[], mode: CsvMode): string[] {
  const used = new Set<string>();
  return columns.map(({ name }) => {
    let unique = name;
    for (let n = 2; used.has(unique); n += 1) unique = `${name} (${n})`;
    used.add(unique);
    return mode === 'safe' ? guarded(unique) : unique;
  });
}
