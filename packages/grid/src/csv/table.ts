import { CsvError, parse } from 'csv-parse/sync';
import { bad } from './decode.ts';
import { readDate, readMoney } from './shapes.ts';

/** A CSV file as a table: the names verbatim, and rows of that many cells. */
export interface CsvTable {
  readonly header: readonly string[];
  /** Rows without a single filled cell are here too. */
  readonly rows: readonly (readonly string[])[];
  readonly warnings: readonly string[];
}

const MAX_COLUMNS = 500;
const MAX_ROWS = 100_000;
const DELIMITERS = [',', ';', '\t'];

/** Reads the table. Throws an `AppError` with one clear sentence when the rows do not fit the header, or there is none. */
export function parseTable(text: string): CsvTable {
  const records = parseRecords(text);
  const [header, ...data] = records;
  if (!header) throw bad('The file is empty.');
  checkHeader(header);
  // A line of nothing at all is no row, unless the table has a single column.
  const rows = header.length === 1 ? data : data.filter((row) => row.length > 1 || row[0] !== '');
  const uneven = rows.findIndex((row) => row.length !== header.length);
  if (uneven >= 0) {
    const cells = rows[uneven]?.length ?? 0;
    throw bad(
      `Row ${uneven + 1} has ${cells} cells, but the header has ${header.length}: a comma or a quote is missing.`,
    );
  }
  if (rows.length > MAX_ROWS)
    throw bad(`The file has ${rows.length} rows; at most ${MAX_ROWS} can be imported at once.`);
  return { header, rows, warnings: rows.length === 0 ? ['The file has column names, but no rows.'] : [] };
}

function parseRecords(text: string): string[][] {
  const firstLine = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  const delimiter = DELIMITERS.find((sign) => firstLine.includes(sign)) ?? ',';
  try {
    return parse(text, { delimiter, relax_column_count: true, relax_quotes: false });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = 'lines' in error && typeof error.lines === 'number' ? error.lines : null;
    throw bad(
      `${line === null ? 'A quote' : `Line ${line}: a quote`} is not closed or stands in the middle of a cell.`,
    );
  }
}

function checkHeader(header: readonly string[]): void {
  if (header.length > MAX_COLUMNS) {
    throw bad(`The file has ${header.length} columns; at most ${MAX_COLUMNS} can be imported.`);
  }
  const nameless = header.findIndex((name) => name.trim() === '');
  if (nameless >= 0)
    throw bad(`Column ${nameless + 1} has no name: the first row must hold the names of the columns.`);
  const formula = header.find((name) => /^\s*[=+\-@\t]/.test(name));
  if (formula !== undefined) {
    throw bad(`The column name “${formula.trim().slice(0, 40)}” begins like a formula: rename the column.`);
  }
  const seen = new Set<string>();
  for (const name of header) {
    if (seen.has(name)) throw bad(`Two columns are called “${name}”: rename one of them.`);
    seen.add(name);
  }
  const data = header.filter(looksLikeData);
  const numbers = header.filter((name) => /^[\d.,]+$/.test(name));
  const sample = data[0] ?? (numbers.length * 2 > header.length ? numbers[0] : undefined);
  if (sample !== undefined) {
    throw bad(
      `The first row looks like data (“${sample.trim().slice(0, 40)}”): it must hold the names of the columns.`,
    );
  }
}

/** Addresses, links, amounts and dates are no names of columns. */
function looksLikeData(name: string): boolean {
  const s = name.trim();
  return (
    /^[^\s@]+@[^\s@]+\.[a-z]+$/i.test(s) ||
    /^https?:\/\//i.test(s) ||
    readMoney(s) !== null ||
    readDate(s) !== null
  );
}
