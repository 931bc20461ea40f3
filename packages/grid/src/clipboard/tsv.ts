/** A block of cell texts: rows of equal length. */
export type Block = readonly (readonly string[])[];

/**
 * Reads tab-separated text as Excel, Sheets and Airtable put it on the clipboard. A cell in double quotes may hold tabs and
 * line breaks, and is one cell; a quote that is never closed, or that stands within a cell, is an ordinary character. The
 * line break at the end is no row. Shorter rows are filled up with empty cells.
 */
export function parseTsv(text: string): Block {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= text.length) {
    const quoted = text[at] === '"' ? quotedCell(text, at) : null;
    const end = quoted?.end ?? plainEnd(text, at);
    row.push(quoted?.cell ?? text.slice(at, end));
    if (text[end] === '\t') {
      at = end + 1;
      continue;
    }
    rows.push(row);
    row = [];
    at = text.startsWith('\r\n', end) ? end + 2 : end + 1;
    if (at >= text.length) break;
  }
  return squared(rows);
}

/** The cell whose opening quote stands at `start`; null when no closing quote is followed by a tab, a break or the end. */
function quotedCell(text: string, start: number): { readonly cell: string; readonly end: number } | null {
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return null;
    if (text[quote + 1] === '"') {
      at = quote + 2;
      continue;
    }
    const next = text[quote + 1];
    if (next !== undefined && next !== '\t' && next !== '\n' && next !== '\r') return null;
    const cell = text
      .slice(start + 1, quote)
      .replaceAll('""', '"')
      .replace(/\r\n?/g, '\n');
    return { cell, end: quote + 1 };
  }
}

function plainEnd(text: string, start: number): number {
  let at = start;
  while (at < text.length && text[at] !== '\t' && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return at;
}

/** Rows filled up to the length of the longest. */
export function squared(rows: readonly (readonly string[])[]): Block {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return rows.map((row) =>
    row.length === width ? row : [...row, ...Array<string>(width - row.length).fill('')],
  );
}

/** The block as tab-separated text that `parseTsv`, Excel and Sheets read back cell for cell. */
export function writeTsv(block: Block): string {
  return block.map((row) => row.map(quoteCell).join('\t')).join('\n');
}

function quoteCell(text: string): string {
  return /[\t\r\n]|^"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
